package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Report;
import dev.backbeat.model.Severity;
import dev.backbeat.output.AllFindings;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The verb `report`.
@Command(
        name = "report",
        description =
                "every answer there is, what to look at first at its top: a page, unless `--output` says otherwise")
final class ReportCommand extends Verb {

    private static final int TOP = 20;
    private static final int FINDINGS = 1;

    @Option(
            names = "--top",
            paramLabel = "<n>",
            description = "how many findings are to be looked at first (default: 20)")
    int top = TOP;

    @Option(
            names = "--fail-on",
            paramLabel = "<severity>",
            description = "exit with 1 on such findings or worse: none, error, warning or info (default: none)")
    String failOn = "none";

    ReportCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        if (top < 1) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE, "`--top` is at least 1, not " + top, "an example is `--top 20`");
        }
        FailOn limit = FailOn.of(failOn);
        if (options.output == null) {
            options.output = "html";
        }
        Settings settings = settings();
        Parts known = parts.get();
        known.output(settings.output());
        try (Engine engine = engine(known, settings)) {
            Report report = engine.report(top);
            show(known, settings, engine, report);
            AllFindings findings = AllFindings.of(report.answer());
            shell.flush();
            boolean failed = findings.ranked().stream()
                    .map(finding -> finding.severity())
                    .anyMatch(limit::isReachedBy);
            return failed ? FINDINGS : 0;
        }
    }

    /// From which severity of findings on the exit code is 1.
    enum FailOn {
        /// Never.
        NONE,
        /// Something is wrong.
        ERROR,
        /// Worth a look.
        WARNING,
        /// Anything.
        INFO;

        static FailOn of(String said) {
            for (FailOn limit : values()) {
                if (limit.name().equalsIgnoreCase(said)) {
                    return limit;
                }
            }
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "`%s` is no severity".formatted(said),
                    "use `--fail-on none`, `error`, `warning` or `info`");
        }

        boolean isReachedBy(Severity severity) {
            return this != NONE && severity.compareTo(Severity.valueOf(name())) >= 0;
        }
    }
}
