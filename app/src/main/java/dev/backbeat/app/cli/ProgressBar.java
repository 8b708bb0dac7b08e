package dev.backbeat.app.cli;

import dev.backbeat.app.ingest.Progress;
import java.io.PrintStream;
import java.util.Locale;

/// A bar on standard error, when the work takes longer than a second and somebody watches.
final class ProgressBar implements Progress {

    private static final long SILENT_NANOS = 1_000_000_000L;
    private static final long PAUSE_NANOS = 100_000_000L;
    private static final int CELLS = 24;
    private static final int NAME_COLUMNS = 32;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream err;
    private long begunNanos;
    private long shownNanos;
    private long totalBytes;
    private String input = "";
    private boolean shown;

    private ProgressBar(PrintStream err) {
        this.err = err;
    }

    static Progress of(Shell shell) {
        return shell.talkative() ? new ProgressBar(shell.err()) : Progress.none();
    }

    @Override
    public void begin(long bytes) {
        totalBytes = bytes;
        begunNanos = System.nanoTime();
    }

    @Override
    public void input(String name) {
        int slash = name.lastIndexOf('/');
        String last = name.substring(slash + 1).replaceAll("\\p{Cntrl}", "?");
        input = last.length() <= NAME_COLUMNS ? last : last.substring(0, NAME_COLUMNS - 1) + "…";
    }

    @Override
    public void done(long bytes) {
        long now = System.nanoTime();
        if (now - begunNanos < SILENT_NANOS || now - shownNanos < PAUSE_NANOS) {
            return;
        }
        shownNanos = now;
        shown = true;
        double part = totalBytes > 0 ? Math.min(1, (double) bytes / totalBytes) : 0;
        int filled = (int) (part * CELLS);
        double megabytesPerSecond = bytes * 1e3 / Math.max(1, now - begunNanos);
        err.print(CLEAR_LINE
                + String.format(
                        Locale.ROOT,
                        "%s%s %3.0f %%  %.0f MB/s  %s",
                        "━".repeat(filled),
                        "─".repeat(CELLS - filled),
                        part * 100,
                        megabytesPerSecond,
                        input));
        err.flush();
    }

    @Override
    public void end() {
        if (shown) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
