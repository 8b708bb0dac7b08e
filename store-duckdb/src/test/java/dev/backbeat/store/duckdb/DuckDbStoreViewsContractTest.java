package dev.backbeat.store.duckdb;

import dev.backbeat.store.Store;
import dev.backbeat.testkit.store.StoreViewsContract;
import java.nio.file.Path;

/// The views of the embedded engine say what those of every engine have to say.
class DuckDbStoreViewsContractTest extends StoreViewsContract {

    @Override
    protected Store open(Path folder) {
        return DuckDbStore.open(folder, OpenMode.READ_WRITE);
    }
}
