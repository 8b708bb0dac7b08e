package dev.backbeat.app.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// The verb `completion`.
@Command(name = "completion", description = "prints a script for bash and zsh: source <(backbeat completion)")
final class CompletionCommand implements Callable<Integer> {

    private final Shell shell;
    private final Supplier<String> script;

    CompletionCommand(Shell shell, Supplier<String> script) {
        this.shell = shell;
        this.script = script;
    }

    @Override
    public Integer call() {
        shell.out().print(script.get());
        return 0;
    }
}
