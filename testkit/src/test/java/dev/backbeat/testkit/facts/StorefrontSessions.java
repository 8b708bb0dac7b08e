package dev.backbeat.testkit.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The sessions that `samples/storefront` recorded, each a log with its truth beside it.
public final class StorefrontSessions {

    private static final String TRUTH = ".truth.json";

    private StorefrontSessions() {}

    /// Their names.
    public static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(TRUTH))
                    .map(name -> name.substring(0, name.length() - TRUTH.length()))
                    .sorted()
                    .toList();
            if (names.isEmpty()) {
                throw new IllegalStateException("no session in " + folder());
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the log of a session lies.
    public static Path log(String name) {
        return folder().resolve(name + ".log");
    }

    static Path truth(String name) {
        return folder().resolve(name + TRUTH);
    }

    /// The top folder of the checkout.
    public static Path root() {
        return Path.of(System.getProperty("backbeat.root", "..")).toAbsolutePath();
    }

    private static Path folder() {
        return root().resolve("samples/storefront/sessions");
    }
}
