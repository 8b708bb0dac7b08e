package dev.backbeat.app;

import dev.backbeat.store.Store;
import java.io.IOException;
import java.nio.file.Path;

/// Another process that holds a store until it is ended.
final class HoldStore {

    private HoldStore() {}

    public static void main(String[] arguments) throws IOException {
        try (Store store = Catalog.parts().storeEngine().open(Path.of(arguments[0]), true)) {
            System.out.println("held " + store.folder());
            System.in.read();
        }
    }
}
