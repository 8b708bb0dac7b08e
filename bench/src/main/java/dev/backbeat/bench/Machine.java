package dev.backbeat.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// How busy the machine is, from `/proc`. Elsewhere than on Linux nothing is known.
final class Machine {

    private static final Path STAT = Path.of("/proc/stat");
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    static final double TICKS_PER_SECOND = 100;

    private Machine() {}

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// How many seconds the cores have worked since they were started, all together; 0 when that is not
    /// known.
    static double busySeconds() {
        if (!Files.isReadable(STAT)) {
            return 0;
        }
        String[] fields = read(STAT).lines().findFirst().orElse("").trim().split(" +");
        double ticks = 0;
        for (int i = 1; i < fields.length && i <= 8; i++) {
            boolean idle = i == 4 || i == 5;
            ticks += idle ? 0 : Double.parseDouble(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /// Waits until nobody else works on the machine, but not longer than so many seconds.
    static void awaitCalm(int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        double busy;
        do {
            double before = busySeconds();
            Thread.sleep(500);
            busy = (busySeconds() - before) / 0.5 / cores();
        } while (busy > Run.DISTURBED && System.nanoTime() < end);
    }

    /// The machine in words that fit into a document.
    static String description() {
        String memory = Files.isReadable(MEMORY)
                ? String.format(
                        Locale.ROOT,
                        ", %.0f GB",
                        Long.parseLong(read(MEMORY)
                                        .lines()
                                        .findFirst()
                                        .orElse("0")
                                        .replaceAll("\\D", ""))
                                * 1024
                                / 1e9)
                : "";
        String load = Files.isReadable(LOAD) ? ", load " + read(LOAD).split(" ")[0] : "";
        return cores() + " cores" + memory + load;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
