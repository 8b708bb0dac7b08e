package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.AnalyzeReport;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.LocalEngine;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The verb `demo`.
@Command(name = "demo", description = "analyses the bundled sample, a small web shop")
final class DemoCommand extends Verb {

    private static final String SESSIONS = "samples/storefront/sessions";

    @Option(names = "--once", description = "leave no store behind")
    boolean once;

    DemoCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() throws IOException {
        List<String> logs = logs();
        Settings settings = settings();
        Parts known = parts.get();
        Path store = once
                ? Files.createTempDirectory("backbeat-demo")
                : settings.store().resolveSibling(".backbeat-demo");
        try {
            AnalyzeReport report;
            try (Engine engine = new LocalEngine(known, store, shell.in())) {
                report = engine.analyze(Requests.of(shell.folder(), logs, settings), ProgressBar.of(shell));
            }
            boolean json = settings.output().equals("json");
            write((screen, target) -> {
                if (json) {
                    target.append(ReportJson.of(report)).append('\n');
                } else {
                    known.output(settings.output()).write(Answer.of("analyze", "what is in these logs?", ReportText.of(report)), screen, target);
                }
            });
            shell.flush();
            if (!once) {
                say("\nthe demo's store is `%s`; ask it more with `--store`".formatted(store));
            }
            return 0;
        } finally {
            if (once) {
                delete(store);
            }
        }
    }

    private List<String> logs() throws IOException {
        Path home = shell.home();
        Path sessions = home == null ? null : home.resolve(SESSIONS);
        if (sessions == null || !Files.isDirectory(sessions)) {
            throw BackbeatException.withHint(
                    ErrorCode.INPUT,
                    "the bundled sample is not there",
                    "start Backbeat with `./backbeat` from a whole checkout");
        }
        try (Stream<Path> files = Files.list(sessions)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
