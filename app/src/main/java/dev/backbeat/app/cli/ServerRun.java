package dev.backbeat.app.cli;

import dev.backbeat.app.engine.AnalyzeRequest;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.app.server.BackbeatServer;
import dev.backbeat.app.server.ServerOptions;
import java.nio.file.Path;
import java.util.List;

/// A server that runs until the process is ended, and what is said of it.
///
/// @param base the address of its page
record ServerRun(BackbeatServer server, String base) {

    /// Starts it, and has it ended with the process.
    ///
    /// @param follow files and folders whose growth it takes
    /// @param host what the address it listens at is called
    static ServerRun start(
            Shell shell,
            Parts parts,
            Path store,
            AnalyzeRequest manner,
            ServerOptions options,
            List<Path> follow,
            String host) {
        BackbeatServer server = BackbeatServer.start(
                parts, store, manner, options, follow, words -> Trouble.tell(shell.err(), "error", words, null));
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("backbeat-end").unstarted(server::close));
        String shown = options.address().isAnyLocalAddress() ? "127.0.0.1" : host;
        String name = shown.contains(":") ? "[" + shown + "]" : shown;
        return new ServerRun(server, "http://%s:%d/".formatted(name, server.port()));
    }

    /// Returns when the server has ended; where the thread is interrupted, it ends the server.
    void await() {
        try {
            server.await();
        } catch (InterruptedException e) {
            server.close();
            Thread.currentThread().interrupt();
        }
    }
}
