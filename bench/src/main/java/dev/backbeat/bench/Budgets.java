package dev.backbeat.bench;

import dev.backbeat.bench.LogGenerator.Generated;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The budgets of the ingest beside what was measured.
final class Budgets {

    private static final double MEGABYTE = 1 << 20;

    private Budgets() {}

    /// Prints them.
    static void print(Generated made, Run ours, @Nullable Run limit, @Nullable Run peer, HeapLog heap, StoreSize size) {
        Table table = new Table("budget", "wanted", "measured", "");
        if (limit != null) {
            atLeast(table, "rate, of `wc -l`", 0.06, limit.seconds() / ours.seconds());
            atLeast(table, "rate, of `wc -l` (the aim)", 0.12, limit.seconds() / ours.seconds());
        }
        if (peer != null) {
            atLeast(table, "rate, times Node", 3, peer.seconds() / ours.seconds());
        }
        atMost(table, "heap, MiB", 512, heap.fullestBytes() / MEGABYTE);
        atMost(table, "anonymous memory, MiB", 1024, ours.anonymousBytes() / MEGABYTE);
        atMost(table, "journal, of the input", 0.08, size.journalBytes() / (double) made.bytes());
        atMost(table, "table of beat runs, B a beat run", 20, size.beatRunBytes() / (double) size.beatRuns());
        table.print();
    }

    private static void atLeast(Table table, String name, double wanted, double measured) {
        table.row(name, "≥ " + figure(wanted), figure(measured), measured >= wanted ? "kept" : "missed");
    }

    private static void atMost(Table table, String name, double wanted, double measured) {
        table.row(name, "≤ " + figure(wanted), figure(measured), measured <= wanted ? "kept" : "missed");
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 10 && value != Math.rint(value) ? "%.3f" : "%.0f", value);
    }
}
