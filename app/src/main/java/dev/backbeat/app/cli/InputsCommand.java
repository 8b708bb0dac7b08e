package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.Parts;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// The verb `inputs`.
@Command(name = "inputs", description = "lists the inputs that were read")
final class InputsCommand extends Verb {

    InputsCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        return answer(Engine::inputs);
    }
}
