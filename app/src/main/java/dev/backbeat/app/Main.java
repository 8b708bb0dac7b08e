package dev.backbeat.app;

import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.app.cli.CommandLines;
import dev.backbeat.app.cli.Shell;
import dev.backbeat.app.server.BackbeatServer;
import java.util.List;

/// The entry point: runs the command line and exits with its code.
public final class Main {

    private Main() {}

    /// What can be asked: each is a verb.
    public static List<AnalysisSpec<?>> analyses() {
        return Catalog.specs();
    }

    /// What `backbeat serve` answers and takes, as an OpenAPI document.
    public static byte[] openApi() {
        return BackbeatServer.document(Catalog.parts());
    }

    /// Runs a command line.
    ///
    /// @return the exit code: 0 done, 1 findings, 2 the user can fix it, 3 our fault or the environment's
    static int run(Shell shell, String... arguments) {
        return CommandLines.run(shell, () -> Catalog.parts(shell.environment()), analyses(), arguments);
    }

    /// Runs the command line and ends the process.
    public static void main(String[] arguments) {
        Shell shell = Shell.ofProcess();
        int code = run(shell, arguments);
        shell.flush();
        System.exit(code);
    }
}
