package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import dev.backbeat.model.Exhibit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The verb `claims`.
@Command(name = "claims", description = "compares what reports of other tools claim with what the logs say")
final class ClaimsCommand extends Verb {

    private static final int TOP = 20;

    @Parameters(arity = "0..1", paramLabel = "<report>", description = "a report, by number or name (default: all)")
    @Nullable
    String report;

    @Option(names = "--top", paramLabel = "<n>", description = "how many claims are shown at most (default: 20)")
    int top = TOP;

    @Mixin
    FailOn failOn = new FailOn();

    ClaimsCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    int exitCode(List<Exhibit> exhibits) {
        return failOn.exitCode(exhibits);
    }

    @Override
    public Integer call() {
        failOn.limit();
        return answer(engine -> engine.claims(report, top));
    }
}
