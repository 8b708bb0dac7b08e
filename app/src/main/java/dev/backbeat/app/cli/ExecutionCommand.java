package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The verb `execution`.
@Command(name = "execution", description = "shows one execution, beat by beat")
final class ExecutionCommand extends Verb {

    @Parameters(paramLabel = "<id>", description = "an execution, by its id or its request's id")
    String id = "";

    ExecutionCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        return answer(engine -> engine.execution(id));
    }
}
