package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.AnalyzeReport;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.app.ingest.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The verb `analyze`.
@Command(
        name = "analyze",
        description = "reads logs into the store and says what they hold; without arguments, says what is here")
final class AnalyzeCommand extends Verb {

    private static final int USER = 2;

    @Parameters(paramLabel = "<log>", description = "files, folders, or - for standard input")
    List<String> paths = new ArrayList<>();

    @Option(names = "--code", paramLabel = "<checkout>", description = "the code that ran; may be repeated")
    List<String> code = new ArrayList<>();

    @Option(
            names = "--coverage",
            paramLabel = "<report>",
            description = "what tests cover: LCOV, Istanbul JSON, JaCoCo or Cobertura XML; may be repeated")
    List<String> coverage = new ArrayList<>();

    @Option(
            names = "--build",
            paramLabel = "<label>[=<glob>]",
            description = "what the build is called that ran, for all logs or those that match; may be repeated")
    List<String> builds = new ArrayList<>();

    @Option(names = "--format", paramLabel = "<id>", description = "the format of all logs (default: found out)")
    @Nullable
    String format;

    @Mixin
    FailOn failOn = new FailOn();

    AnalyzeCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        Settings settings = settings(format, code, coverage, builds);
        // A severity that there is none of is told before anything is read.
        failOn.limit();
        Parts known = parts.get();
        known.output(settings.output());
        Checkouts.require(settings.code());
        if (paths.isEmpty()) {
            return Surroundings.of(shell.folder(), known.formats(), settings).tell(shell);
        }
        boolean json = settings.output().equals("json");
        AnalyzeReport report;
        List<Problem> notes;
        try (Engine engine = engine(known, settings)) {
            report = engine.analyze(Requests.of(shell.folder(), paths, settings), ProgressBar.of(shell));
            notes = IgnoredBuilds.notes(engine, report, !settings.builds().isEmpty());
            // Where nothing could be read, a page of zeroes would bury the reason.
            if (json || !report.inputs().isEmpty()) {
                show(known, settings, engine, report);
            }
        }
        notes.forEach(note -> Trouble.tell(shell.err(), "note", note.message(), note.hint()));
        return end(report, json);
    }

    private int end(AnalyzeReport report, boolean json) {
        boolean failed = false;
        for (Problem problem : report.problems()) {
            Trouble.tell(shell.err(), problem.failed() ? "error" : "note", problem.message(), problem.hint());
            failed |= problem.failed();
        }
        if (report.inputs().isEmpty() && !failed) {
            Trouble.tell(
                    shell.err(), "error", "there is no log in what was named", "`backbeat formats` says what is read");
            return USER;
        }
        if (!json && shell.talkative()) {
            NextSteps.tell(shell, report);
        }
        if (failed) {
            return USER;
        }
        return failOn.exitCode(report.exhibits());
    }
}
