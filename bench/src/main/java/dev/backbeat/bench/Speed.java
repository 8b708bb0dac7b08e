package dev.backbeat.bench;

import dev.backbeat.bench.LogGenerator.Generated;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The table of how fast each one was.
final class Speed {

    private Speed() {}

    /// Prints it.
    ///
    /// @param best the best run of each
    /// @param limit the name of what nobody is faster than
    /// @param peer the name of the peer
    /// @param ours our name
    static void print(Generated made, Map<String, Run> best, String limit, String peer, String ours) {
        Table table = new Table(
                "what",
                "seconds",
                "MB/s",
                "of `wc -l`",
                "times Node",
                "CPU s",
                "MB / CPU s",
                "RSS MB",
                "anonymous MB",
                "others");
        best.forEach((name, run) -> table.row(
                name.equals(ours) ? "**" + name + "**" : name,
                figure("%.2f", run.seconds()),
                figure("%.0f", run.megabytesPerSecond(made.bytes())),
                ratio("%.3f", best.get(limit), run),
                ratio("%.2f", best.get(peer), run),
                figure("%.2f", run.cpuSeconds()),
                run.cpuSeconds() > 0 ? figure("%.0f", made.megabytes() / run.cpuSeconds()) : "-",
                figure("%.0f", run.rssBytes() / 1e6),
                figure("%.0f", run.anonymousBytes() / 1e6),
                run.disturbance()));
        table.print();
    }

    private static String ratio(String format, @Nullable Run beside, Run run) {
        return beside == null ? "-" : figure(format, beside.seconds() / run.seconds());
    }

    private static String figure(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
