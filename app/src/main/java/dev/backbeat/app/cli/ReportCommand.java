package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Report;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The verb `report`.
@Command(
        name = "report",
        description =
                "every answer there is, what to look at first at its top: a page, unless `--output` says otherwise")
final class ReportCommand extends Verb {

    private static final int TOP = 20;

    @Option(
            names = "--top",
            paramLabel = "<n>",
            description = "how many findings are to be looked at first (default: 20)")
    int top = TOP;

    @Mixin
    FailOn failOn = new FailOn();

    ReportCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        if (top < 1) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE, "`--top` is at least 1, not " + top, "an example is `--top 20`");
        }
        failOn.limit();
        if (options.output == null) {
            options.output = "html";
        }
        Settings settings = settings();
        Parts known = parts.get();
        known.output(settings.output());
        try (Engine engine = engine(known, settings)) {
            Report report = engine.report(top);
            show(known, settings, engine, report);
            shell.flush();
            return failOn.exitCode(report.answer().exhibits());
        }
    }
}
