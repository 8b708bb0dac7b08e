package dev.backbeat.bench;

import dev.backbeat.bench.LogGenerator.Generated;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The table of what an ingest leaves behind, and of the memory it took.
final class Ground {

    private Ground() {}

    /// Prints it.
    static void print(Generated made, Run run, HeapLog heap, StoreSize size) {
        Table table = new Table("what", "figure");
        table.row(
                "heap, most in it / most after a collection, MB",
                megabytes(heap.fullestBytes()) + " / " + megabytes(heap.livingBytes()));
        table.row("collections", Integer.toString(heap.collections()));
        table.row(
                "anonymous memory, peak of each quarter of the run, MB",
                run.anonymousOverTime().stream().map(Ground::megabytes).collect(Collectors.joining(" / ")));
        table.row("journal, bytes / bytes of input", figure("%.4f", size.journalBytes() / (double) made.bytes()));
        table.row(
                "store without journal, bytes / bytes of input",
                figure("%.4f", size.databaseBytes() / (double) made.bytes()));
        table.row(
                "store without journal, bytes / beat run",
                figure("%.0f", size.databaseBytes() / (double) size.beatRuns()));
        table.row(
                "table of beat runs, bytes / beat run", figure("%.1f", size.beatRunBytes() / (double) size.beatRuns()));
        table.row("beat runs / GB", figure("%,.0f", size.beatRuns() / (made.bytes() / 1e9)));
        table.row("rows / GB", figure("%,.0f", size.allRows() / (made.bytes() / 1e9)));
        table.row("rows / s", figure("%,.0f", size.allRows() / run.seconds()));
        table.print();
        String rows = size.rows().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(view -> String.format(Locale.ROOT, "%s %,d", view.getKey(), view.getValue()))
                .collect(Collectors.joining(" · "));
        System.out.println("rows: " + rows + "\n");
    }

    private static String megabytes(long bytes) {
        return figure("%.0f", bytes / 1e6);
    }

    private static String figure(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
