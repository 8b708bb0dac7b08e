package dev.backbeat.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One process, measured from its start to its end.
///
/// @param code what it exited with
/// @param seconds how long it took
/// @param cpuSeconds how long cores worked for it
/// @param othersShare which part of the machine worked for others meanwhile, 0 to 1
/// @param rssBytes the most memory it had, pages of files included
/// @param anonymousBytes the most memory it had that no file backs, sampled
/// @param anonymousOverTime that memory's peak in each quarter of the run
/// @param output what it wrote to standard output
record Run(
        int code,
        double seconds,
        double cpuSeconds,
        double othersShare,
        long rssBytes,
        long anonymousBytes,
        List<Long> anonymousOverTime,
        String output) {

    private static final long POLL_MILLIS = 10;

    /// Where a run is more than this disturbed by others, its figure is doubtful.
    static final double DISTURBED = 0.1;

    /// Runs a command to its end.
    ///
    /// @param environment what to add to the environment
    /// @param errors where standard error goes
    static Run of(List<String> command, Map<String, String> environment, Path errors)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(errors.toAbsolutePath().getParent(), "output", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        double busy = Machine.busySeconds();
        long start = System.nanoTime();
        Process process = builder.start();
        Watch watch = new Watch(process.pid());
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            watch.look();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double others = (Machine.busySeconds() - busy - watch.cpuSeconds) / (seconds * Machine.cores());
        String text = Files.readString(output);
        Files.delete(output);
        return new Run(
                process.exitValue(),
                seconds,
                watch.cpuSeconds,
                Math.clamp(others, 0, 1),
                watch.rssBytes,
                watch.samples.stream().mapToLong(Long::longValue).max().orElse(0),
                quarters(watch.samples),
                text);
    }

    /// The better of two: the one that was faster.
    static Run better(Run one, Run other) {
        return one.seconds <= other.seconds ? one : other;
    }

    /// Bytes as a rate.
    double megabytesPerSecond(long bytes) {
        return bytes / 1e6 / seconds;
    }

    /// The disturbance in words, marked where it makes the figure doubtful.
    String disturbance() {
        return String.format(Locale.ROOT, "%.0f %%%s", othersShare * 100, othersShare > DISTURBED ? " (!)" : "");
    }

    private static List<Long> quarters(List<Long> samples) {
        List<Long> peaks = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            peaks.add(samples.subList(samples.size() * quarter / 4, samples.size() * (quarter + 1) / 4).stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0));
        }
        return List.copyOf(peaks);
    }

    /// Looks at a process until it is gone.
    private static final class Watch {
        private final Path status;
        private final Path stat;
        private final List<Long> samples = new ArrayList<>();
        private double cpuSeconds;
        private long rssBytes;

        Watch(long pid) {
            status = Path.of("/proc/" + pid + "/status");
            stat = Path.of("/proc/" + pid + "/stat");
        }

        void look() {
            try {
                for (String line : Files.readAllLines(status)) {
                    if (line.startsWith("VmHWM:")) {
                        rssBytes = Math.max(rssBytes, kilobytes(line));
                    } else if (line.startsWith("RssAnon:")) {
                        samples.add(kilobytes(line));
                    }
                }
                String text = Files.readString(stat);
                String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
                double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
                cpuSeconds = Math.max(cpuSeconds, ticks / Machine.TICKS_PER_SECOND);
            } catch (IOException e) {
                // It has ended, or this is no Linux; what was seen before stands.
                return;
            }
        }

        private static long kilobytes(String line) {
            return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
    }
}
