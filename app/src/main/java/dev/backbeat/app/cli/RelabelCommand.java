package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The verb `relabel`.
@Command(name = "relabel", description = "says which build an input ran")
final class RelabelCommand extends Verb {

    @Parameters(paramLabel = "<input>", description = "an input, by number or name")
    String input = "";

    @Option(names = "--build", required = true, paramLabel = "<label>", description = "what the build is called")
    String build = "";

    RelabelCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        return answer(engine -> engine.relabel(input, build));
    }
}
