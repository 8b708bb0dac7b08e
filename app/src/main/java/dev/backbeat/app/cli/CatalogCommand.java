package dev.backbeat.app.cli;

import dev.backbeat.app.engine.Parts;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The verb `catalog`.
@Command(
        name = "catalog",
        synopsisSubcommandLabel = "<what>",
        description = "documented sequences: `list` says which there are, `learn` writes them where there are none")
final class CatalogCommand implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    private CatalogCommand() {}

    /// The verb with what can be done.
    static CommandLine of(Shell shell, Supplier<Parts> parts) {
        CommandLine line = new CommandLine(new CatalogCommand());
        CommandLine learn = new CommandLine(new CatalogLearnCommand(shell, parts));
        OptionSpec to = learn.getCommandSpec().findOption("--to");
        learn.getCommandSpec().remove(to);
        learn.getCommandSpec()
                .addOption(OptionSpec.builder(to)
                        .paramLabel("<folder>")
                        .description("the folder to write to (default: backbeat-catalog)")
                        .build());
        line.addSubcommand(learn);
        line.addSubcommand(new CatalogListCommand(shell, parts));
        line.getSubcommands().values().forEach(part -> part.getCommandSpec().mixinStandardHelpOptions(true));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "`backbeat catalog` needs to know what: `list` or `learn`");
    }
}
