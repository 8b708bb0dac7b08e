package dev.backbeat.app;

import java.io.IOException;
import java.nio.file.Path;

/// `backbeat serve` as a process of its own, which can be killed.
final class ServerProcess {

    private ServerProcess() {}

    /// Starts one, at any free port; its first line of output is its address.
    ///
    /// @param said the file that takes what it says beside that
    static Process start(Path store, Path said) throws IOException {
        return start(store, ProcessBuilder.Redirect.to(said.toFile()));
    }

    /// The same, with what it says thrown away.
    static Process start(Path store) throws IOException {
        return start(store, ProcessBuilder.Redirect.DISCARD);
    }

    private static Process start(Path store, ProcessBuilder.Redirect said) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--store",
                        store.toString())
                .redirectError(said)
                .start();
    }
}
