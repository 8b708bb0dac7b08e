package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.Parts;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// `catalog list`.
@Command(name = "list", description = "which sequences are documented, where, and whether they ran")
final class CatalogListCommand extends Verb {

    CatalogListCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        return answer(Engine::documentedSequences);
    }
}
