package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.engine.AnalyzeRequest;
import dev.backbeat.app.engine.Parts;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/// The verb `rebuild`.
@Command(name = "rebuild", description = "derives the store from its journals again")
final class RebuildCommand extends Verb {

    RebuildCommand(Shell shell, Supplier<Parts> parts) {
        super(shell, parts);
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        AnalyzeRequest manner = Requests.of(shell.folder(), List.of(), settings);
        return answer(engine -> engine.rebuild(manner, ProgressBar.of(shell)));
    }
}
