package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.model.Exhibit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The verb `map`.
@Command(name = "map", description = "ties what is stored to lines of code, without reading logs again")
final class MapCommand extends Verb {

    private static final int TOP = 20;

    @Option(
            names = "--code",
            paramLabel = "<checkout>",
            description = "the code that ran; may be repeated (default: what was given last)")
    List<String> code = new ArrayList<>();

    @Option(
            names = "--coverage",
            paramLabel = "<report>",
            description = "what tests cover: LCOV, Istanbul JSON, JaCoCo or Cobertura XML; may be repeated")
    List<String> coverage = new ArrayList<>();

    @Option(names = "--top", paramLabel = "<n>", description = "how many rows a table has at most (default: 20)")
    int top = TOP;

    @Option(names = "--runs", description = "how often each mapped function ran instead, as `--output lcov` needs it")
    boolean runs;

    @Mixin
    FailOn failOn = new FailOn();

    MapCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        failOn.limit();
        Settings settings = settings(null, code, coverage, List.of());
        Checkouts.require(settings.code());
        Parts known = parts.get();
        known.output(settings.output());
        try (Engine engine = engine(known, settings)) {
            boolean isMapped = runs && code.isEmpty();
            Engine.Mapped map = isMapped
                    ? new Engine.Mapped(List.of(), List.of())
                    : engine.map(settings.code(), settings.coverage(), top);
            List<Exhibit> exhibits = runs ? engine.codeRuns() : map.exhibits();
            show(known, settings, engine, named(exhibits));
            map.problems().forEach(note -> Trouble.tell(shell.err(), "note", note.message(), note.hint()));
            return failOn.exitCode(exhibits);
        }
    }
}
