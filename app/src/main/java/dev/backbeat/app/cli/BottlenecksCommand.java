package dev.backbeat.app.cli;

import dev.backbeat.analysis.Resolution;
import dev.backbeat.app.engine.Parts;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The verb `bottlenecks`.
@Command(name = "bottlenecks", description = "ranks handlers and beats by the time they take")
final class BottlenecksCommand extends Verb {

    private static final int TOP = 10;

    @Mixin
    ScopeOptions scope = new ScopeOptions();

    @Option(names = "--top", paramLabel = "<n>", description = "how many of each (default: 10)")
    int top = TOP;

    BottlenecksCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        return answer(engine ->
                engine.ask("profile", Map.of("top", Integer.toString(top)), scope.scope(), Resolution.STANDARD));
    }
}
