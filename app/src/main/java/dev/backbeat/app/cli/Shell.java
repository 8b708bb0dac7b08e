package dev.backbeat.app.cli;

import dev.backbeat.output.Screen;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What surrounds a run: folder, environment and streams.
///
/// @param folder the current folder
/// @param environment the environment's variables
/// @param in standard input
/// @param out standard output, for data
/// @param err standard error, for talk
/// @param screen what standard output can show
/// @param talkative whether standard error is a terminal
/// @param interactive whether standard output is a terminal
/// @param home the folder of Backbeat's checkout, where it is known
public record Shell(
        Path folder,
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Screen screen,
        boolean talkative,
        boolean interactive,
        @Nullable Path home) {

    private static final int USUAL_WIDTH = 80;

    /// What surrounds this process. The launcher says by system properties what it knows of the terminal.
    public static Shell ofProcess() {
        boolean terminal = Boolean.getBoolean("backbeat.terminal.out");
        boolean colour = terminal && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        String home = System.getProperty("backbeat.home", System.getenv("BACKBEAT_HOME"));
        return new Shell(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                System.in,
                StandardOutput.ofProcess(),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                new Screen(width(terminal), colour),
                Boolean.getBoolean("backbeat.terminal.err"),
                terminal,
                home == null ? null : Path.of(home));
    }

    /// Writes out what is buffered.
    public void flush() {
        out.flush();
        err.flush();
    }

    private static int width(boolean terminal) {
        String columns = System.getenv("COLUMNS");
        if (columns != null && columns.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(columns);
        }
        return Integer.getInteger("backbeat.terminal.columns", terminal ? USUAL_WIDTH : Screen.WIDTH_OF_NO_TERMINAL);
    }
}
