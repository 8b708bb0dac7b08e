package dev.backbeat.app.cli;

import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.analysis.FileValue;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.Parts;
import dev.backbeat.model.Exhibit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/// The verb of an analysis. Its options are the settings that the analysis documents, so a new analysis
/// needs no class here.
@Command
final class AnalysisCommand extends Verb {

    @Mixin
    ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--code",
            paramLabel = "<checkout>",
            description = "ties what is stored to this code first, as `backbeat map` does; may be repeated")
    List<String> code = new ArrayList<>();

    @Option(
            names = "--coverage",
            paramLabel = "<report>",
            description = "what tests cover, read before it is asked; may be repeated (default: what was given last)")
    List<String> coverage = new ArrayList<>();

    @Mixin
    FailOn failOn = new FailOn();

    private final AnalysisSpec<?> spec;
    private final Map<String, String> values;
    private final Map<String, String> files = new HashMap<>();

    /// @param preset settings that are no options
    private AnalysisCommand(Shell shell, Supplier<Parts> parts, AnalysisSpec<?> spec, Map<String, String> preset) {
        super(shell, parts);
        this.spec = spec;
        this.values = new HashMap<>(preset);
    }

    /// The verb with the name of the analysis.
    static CommandLine of(Shell shell, Supplier<Parts> parts, AnalysisSpec<?> spec) {
        return line(shell, parts, spec, spec.id(), spec.question(), Map.of());
    }

    /// The bottlenecks of the profile alone, by the name they always had.
    static CommandLine bottlenecks(Shell shell, Supplier<Parts> parts, AnalysisSpec<?> profile) {
        return line(
                shell,
                parts,
                profile,
                "bottlenecks",
                "ranks handlers by what could be saved, and beats: a part of `backbeat profile`",
                Map.of("show", "bottlenecks", "by", "handler"));
    }

    private static CommandLine line(
            Shell shell,
            Supplier<Parts> parts,
            AnalysisSpec<?> spec,
            String name,
            String description,
            Map<String, String> preset) {
        AnalysisCommand command = new AnalysisCommand(shell, parts, spec, preset);
        CommandLine line = new CommandLine(command);
        CommandSpec known = line.getCommandSpec().name(name);
        known.usageMessage().description(description);
        for (AnalysisSpec.SettingSpec setting : spec.settingSpecs()) {
            if (!preset.containsKey(setting.name())) {
                known.addOption(command.option(setting));
            }
        }
        return line;
    }

    private OptionSpec option(AnalysisSpec.SettingSpec setting) {
        boolean ofFile = setting.type().equals(FileValue.class.getSimpleName());
        String label = ofFile ? "<file>" : setting.type().equals("String") ? "<word>" : "<n>";
        String usual = setting.byDefault().isEmpty() ? "" : " (default: " + setting.byDefault() + ")";
        return OptionSpec.builder("--" + setting.name())
                .paramLabel(label)
                .type(String.class)
                .description(setting.description() + usual)
                .setter(new CommandLine.Model.ISetter() {
                    @Override
                    public <T> T set(T value) {
                        if (value != null) {
                            (ofFile ? files : values).put(setting.name(), value.toString());
                        }
                        return value;
                    }
                })
                .build();
    }

    @Override
    int exitCode(List<Exhibit> exhibits) {
        return failOn.exitCode(exhibits);
    }

    @Override
    public Integer call() {
        // A word that is no severity is told before any work.
        failOn.limit();
        files.forEach((setting, file) -> values.put(
                setting, HandedFile.read(shell.folder(), setting, file).value()));
        boolean given = !code.isEmpty() || !coverage.isEmpty();
        Settings named = settings(null, code, coverage, List.of());
        List<Path> checkouts = code.isEmpty() ? List.of() : named.code();
        List<Path> reports = coverage.isEmpty() ? List.of() : named.coverage();
        Checkouts.require(checkouts);
        return answer(spec.id(), engine -> {
            if (given) {
                engine.map(checkouts, reports, 1)
                        .problems()
                        .forEach(note -> Trouble.tell(shell.err(), "note", note.message(), note.hint()));
            }
            return engine.ask(spec.id(), values, scope.scope(), Resolution.STANDARD);
        });
    }
}
