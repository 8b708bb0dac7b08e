package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The verb `ledger`.
@Command(name = "ledger", description = "shows what became of every line")
final class LedgerCommand extends Verb {

    @Parameters(arity = "0..1", paramLabel = "<input>", description = "an input, by number or name")
    @Nullable
    String input;

    LedgerCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        return answer(engine -> input == null ? engine.ledger() : engine.ledger(input));
    }
}
