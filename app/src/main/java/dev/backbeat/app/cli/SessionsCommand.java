package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.Parts;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// The verb `sessions`.
@Command(name = "sessions", description = "lists the sessions and their builds")
final class SessionsCommand extends Verb {

    SessionsCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        return answer(Engine::sessions);
    }
}
