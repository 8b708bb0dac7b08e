package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The verb `forget`.
@Command(name = "forget", description = "removes an input and all that was derived from it")
final class ForgetCommand extends Verb {

    @Parameters(paramLabel = "<input>", description = "an input, by number or name")
    String input = "";

    ForgetCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        return answer(engine -> engine.forget(input));
    }
}
