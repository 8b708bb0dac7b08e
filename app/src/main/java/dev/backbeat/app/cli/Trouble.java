package dev.backbeat.app.cli;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Turns trouble into a message with a hint and an exit code.
final class Trouble implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

    private static final int USER = 2;
    private static final int OURS = 3;

    private final Shell shell;
    private final boolean verbose;

    /// @param verbose whether to show where trouble comes from
    Trouble(Shell shell, boolean verbose) {
        this.shell = shell;
        this.verbose = verbose;
    }

    /// Says what went wrong and what to do about it.
    static void tell(PrintStream err, String kind, String message, @Nullable String hint) {
        err.println(kind + ": " + Visible.of(message));
        if (hint != null) {
            err.println("hint: " + Visible.of(hint));
        }
    }

    @Override
    public int handleParseException(CommandLine.ParameterException trouble, String[] arguments) {
        CommandLine line = trouble.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        List<String> suggestions = trouble instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        String hint = suggestions.isEmpty()
                ? "`%s --help` shows what it takes".formatted(name)
                : "is it `%s`?".formatted(String.join("` or `", suggestions));
        tell(shell.err(), "error", lowerCase(String.valueOf(trouble.getMessage())), hint);
        return USER;
    }

    @Override
    public int handleExecutionException(Exception trouble, CommandLine line, CommandLine.ParseResult parsed) {
        return tell(trouble);
    }

    /// Tells of trouble of any kind.
    ///
    /// @return the exit code
    int tell(Throwable trouble) {
        if (verbose || shell.environment().containsKey("BACKBEAT_DEBUG")) {
            trouble.printStackTrace(shell.err());
        }
        if (trouble instanceof BackbeatException known) {
            tell(
                    shell.err(),
                    "error",
                    String.valueOf(known.getMessage()),
                    known.hint().orElse(null));
            return known.code().exitCode();
        }
        IOException io = trouble instanceof UncheckedIOException unchecked
                ? unchecked.getCause()
                : trouble instanceof IOException checked ? checked : null;
        if (io != null && String.valueOf(io.getMessage()).contains("No space left")) {
            tell(shell.err(), "error", "the disk is full", "free some space, or use another disk with `--store`");
            return OURS;
        }
        if (trouble instanceof OutOfMemoryError) {
            String hint = "give it more with BACKBEAT_JAVA_ARGS=-Xmx1g";
            tell(shell.err(), "error", "there is not enough memory", hint);
            return OURS;
        }
        String kind = trouble.getClass().getSimpleName();
        String message = trouble.getMessage() == null ? kind : kind + ": " + firstLine(trouble.getMessage());
        tell(shell.err(), "error", "this should not have happened: " + message, "run it again with `--verbose`");
        return OURS;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String lowerCase(String message) {
        String text = firstLine(message).replace('\'', '`');
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
