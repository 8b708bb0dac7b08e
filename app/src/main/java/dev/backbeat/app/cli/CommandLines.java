package dev.backbeat.app.cli;

import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.app.engine.Parts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Puts the verbs together and runs a command line.
public final class CommandLines {

    private static final int WIDTH = 100;

    @Command(
            name = "backbeat",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "<verb>",
            description = "maps production telemetry back to the code that produced it",
            footer = {
                "",
                "Begin with `backbeat analyze <logs>`; `backbeat analyze` alone says what is here.",
                "Exit codes: 0 done, 1 findings, 2 you can fix it, 3 our fault or the environment's."
            })
    private static final class Top implements Runnable {
        @Spec
        CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /// Says which version this is.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLines.class.getPackage().getImplementationVersion();
            return new String[] {"backbeat " + (version == null ? "in development" : version)};
        }
    }

    private CommandLines() {}

    /// Runs a command line.
    ///
    /// @param analyses what can be asked: each is a verb
    /// @return the exit code
    public static int run(Shell shell, Supplier<Parts> parts, List<AnalysisSpec<?>> analyses, String... arguments) {
        Trouble trouble = new Trouble(shell, List.of(arguments).contains("--verbose"));
        try {
            // Nobody reading the output any more is no trouble.
            int code = line(shell, parts, analyses, trouble).execute(arguments);
            return shell.out() instanceof StandardOutput out && out.isFull()
                    ? trouble.tell(new IOException("No space left on standard output"))
                    : code;
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return trouble.tell(e);
        } finally {
            shell.flush();
        }
    }

    private static CommandLine line(
            Shell shell, Supplier<Parts> parts, List<AnalysisSpec<?>> analyses, Trouble trouble) {
        CommandLine line = new CommandLine(new Top());
        verbs(shell, parts, analyses).forEach(line::addSubcommand);
        line.addSubcommand(new CompletionCommand(shell, () -> AutoComplete.bash("backbeat", line)));
        line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                shell.screen().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(Math.min(WIDTH, shell.screen().width()));
        line.getSubcommands().forEach((name, verb) -> {
            verb.getCommandSpec().mixinStandardHelpOptions(true);
            // Standard input is named `-`, so a place in it looks like an option.
            verb.setUnmatchedOptionsArePositionalParams(name.equals("raw"));
        });
        line.setParameterExceptionHandler(trouble);
        line.setExecutionExceptionHandler(trouble);
        return line;
    }

    private static List<Object> verbs(Shell shell, Supplier<Parts> parts, List<AnalysisSpec<?>> analyses) {
        List<Object> verbs = new ArrayList<>();
        verbs.add(new AnalyzeCommand(shell, parts));
        verbs.add(new DemoCommand(shell, parts));
        for (AnalysisSpec<?> analysis : analyses) {
            verbs.add(AnalysisCommand.of(shell, parts, analysis));
            if (analysis.id().equals("profile")) {
                verbs.add(AnalysisCommand.bottlenecks(shell, parts, analysis));
            }
        }
        verbs.addAll(List.of(
                new ReportCommand(shell, parts),
                new ServeCommand(shell, parts),
                new MapCommand(shell, parts),
                CatalogCommand.of(shell, parts),
                new ExecutionsCommand(shell, parts),
                new ExecutionCommand(shell, parts),
                new RawCommand(shell, parts),
                new ExplainCommand(shell, parts),
                new InputsCommand(shell, parts),
                new SessionsCommand(shell, parts),
                new LedgerCommand(shell, parts),
                new ClaimsCommand(shell, parts),
                new QueryCommand(shell, parts),
                new ViewsCommand(shell, parts),
                new FormatsCommand(shell, parts),
                new OutputsCommand(shell, parts),
                new ForgetCommand(shell, parts),
                new RelabelCommand(shell, parts),
                new RebuildCommand(shell, parts),
                new DoctorCommand(shell, parts)));
        return verbs;
    }
}
