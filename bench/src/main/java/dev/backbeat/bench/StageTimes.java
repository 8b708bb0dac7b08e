package dev.backbeat.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The processor time of stages, the best run of each.
final class StageTimes {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Map<String, Long> current = new LinkedHashMap<>();
    private final Map<String, Long> best = new LinkedHashMap<>();

    /// Does a stage's work and adds the time that this thread spent on it.
    void stage(String name, Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        current.merge(name, THREADS.getCurrentThreadCpuTime() - start, Long::sum);
    }

    /// Does a stage's work and adds the time that all threads of the process spent meanwhile.
    void stageOfProcess(String name, Runnable work) {
        long start = PROCESS.getProcessCpuTime();
        work.run();
        current.merge(name, PROCESS.getProcessCpuTime() - start, Long::sum);
    }

    /// One run over all input has ended.
    void endRun() {
        current.forEach((name, nanos) -> best.merge(name, nanos, Math::min));
        current.clear();
    }

    /// Prints the stages of so many bytes, and their sum.
    void print(long bytes) {
        long all = best.values().stream().mapToLong(Long::longValue).sum();
        Table table = new Table("stage", "MB/s", "ns/byte", "share");
        best.forEach((name, nanos) -> row(table, name, bytes, nanos, all));
        row(table, "all of them", bytes, all, all);
        table.print();
    }

    private static void row(Table table, String name, long bytes, long nanos, long all) {
        table.row(
                name,
                String.format(Locale.ROOT, "%.0f", bytes * 1e3 / nanos),
                String.format(Locale.ROOT, "%.2f", nanos / (double) bytes),
                String.format(Locale.ROOT, "%.0f %%", 100.0 * nanos / all));
    }
}
