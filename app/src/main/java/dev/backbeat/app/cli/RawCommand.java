package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The verb `raw`.
@Command(name = "raw", description = "shows raw lines, redacted, around a place in a log")
final class RawCommand extends Verb {

    private static final int CONTEXT = 3;

    @Parameters(paramLabel = "<place>", description = "input:offset or name:line, as the tables show them")
    String place = "";

    @Option(names = "--before", paramLabel = "<n>", description = "lines before it (default: 3)")
    int before = CONTEXT;

    @Option(names = "--after", paramLabel = "<n>", description = "lines after it (default: 3)")
    int after = CONTEXT;

    RawCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        return answer(engine -> engine.raw(place, Math.max(0, before), Math.max(0, after)));
    }
}
