package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.AnalyzeReport;
import dev.backbeat.app.engine.AnalyzeRequest;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.LocalEngine;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.app.server.ServerOptions;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Report;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The verb `demo`.
@Command(name = "demo", description = "analyses the bundled sample, a small web shop, and opens the dashboard")
final class DemoCommand extends Verb {

    private static final int TOP = 20;

    @Option(names = "--once", description = "leave no store behind, and open nothing")
    boolean once;

    @Option(
            names = "--serve",
            negatable = true,
            description = "whether to serve the dashboard and open it (default: at a terminal)")
    @Nullable
    Boolean serve;

    DemoCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() throws IOException {
        DemoSample sample = DemoSample.of(shell.home());
        Settings settings = settings();
        Parts known = parts.get();
        Path folder = once
                ? Files.createTempDirectory("backbeat-demo")
                : settings.store().resolveSibling(".backbeat-demo");
        Path store = once || options.store == null ? folder.resolve("store") : settings.store();
        // Whoever tries the demo in a repository of theirs does not want to find it in a commit.
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(".gitignore"), "*\n");
        try {
            try (Engine engine = new LocalEngine(known, store, shell.in())) {
                AnalyzeReport report = engine.analyze(request(sample, folder, settings), ProgressBar.of(shell));
                show(known, settings, engine, report);
                if (!once) {
                    Path page = folder.resolve("report.html");
                    Report whole = engine.detailed(engine.report(TOP));
                    WholeFile.write(page, target -> known.output("html").write(whole, Screen.none(), target));
                    say("\nevery answer as one page: `%s`".formatted(page));
                }
            }
            if (!once) {
                say("the demo's store is `%s`; ask it more with `--store`".formatted(store));
                dashboard(known, sample, folder, store, settings);
            }
            return 0;
        } finally {
            if (once) {
                delete(folder);
            }
        }
    }

    /// The page that follows the store, until somebody ends it.
    private void dashboard(Parts known, DemoSample sample, Path folder, Path store, Settings settings)
            throws IOException {
        if (serve == null ? !shell.interactive() : !serve) {
            say("open the dashboard: `./backbeat serve --open --store %s`".formatted(store));
            return;
        }
        ServerRun run = run(known, store, request(sample, folder, settings));
        boolean opened = WebBrowser.open(run.base(), environment(), System.getProperty("os.name"));
        shell.out().println(run.base());
        say("%s; Ctrl-C ends it".formatted(opened ? "the dashboard is in your browser" : "open this in a browser"));
        shell.flush();
        run.await();
    }

    private ServerRun run(Parts known, Path store, AnalyzeRequest manner) {
        try {
            return ServerRun.start(
                    shell, known, store, manner, options(ServerOptions.DEFAULT_PORT), List.of(), "127.0.0.1");
        } catch (BackbeatException e) {
            if (e.code() != ErrorCode.USAGE) {
                throw e;
            }
            // Something else has the port.
            return ServerRun.start(shell, known, store, manner, options(0), List.of(), "127.0.0.1");
        }
    }

    private static ServerOptions options(int port) {
        return new ServerOptions(
                InetAddress.getLoopbackAddress(), port, null, Set.of(), Set.of(), ServerOptions.Limits.STANDARD);
    }

    private AnalyzeRequest request(DemoSample sample, Path folder, Settings settings) throws IOException {
        AnalyzeRequest plain = Requests.of(shell.folder(), sample.logs(), settings);
        return new AnalyzeRequest(
                plain.folder(),
                plain.paths(),
                plain.format(),
                sample.builds(),
                List.of(sample.checkout(folder)),
                List.of(sample.coverage()),
                plain.redaction(),
                plain.gapNanos(),
                plain.top());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
