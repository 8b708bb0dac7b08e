package dev.backbeat.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.analysis.profile.ProfileAnalysis;
import dev.backbeat.analysis.profile.ProfileSettings;
import dev.backbeat.bench.RecordedSessions.Recorded;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.model.Scope;
import dev.backbeat.model.Time;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Store;
import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Measures the whole answer of `profile`, from the questions to the exhibits, over stores that are filled
/// through their contract.
public final class ProfileBench {

    private static final Set<String> FLAGS = Set.of("beats", "runs", "patience", "logs", "folder", "root");
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final List<Recorded> recorded;
    private final Path parent;
    private final int runs;
    private final int patience;
    private final Table table = new Table("question", "beat runs", "seconds", "CPU s", "others", "B / beat run");

    private ProfileBench(List<Recorded> recorded, Path parent, int runs, int patience) {
        this.recorded = recorded;
        this.parent = parent;
        this.runs = runs;
        this.patience = patience;
    }

    /// Runs the bench; see `bench/README.md` for the flags.
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = Options.of(args, FLAGS);
        ProfileBench bench = new ProfileBench(
                RecordedSessions.read(options.logs(Path.of(options.text("root", ".")))),
                Path.of(options.text("folder", System.getProperty("java.io.tmpdir"))),
                options.number("runs", 5),
                options.number("patience", 60));
        for (String size : options.text("beats", "1m,10m").split(",")) {
            bench.measure(Options.bytes(size));
        }
        System.out.printf(Locale.ROOT, "## profile, best of %d; %s%n%n", bench.runs, Machine.description());
        bench.table.print();
    }

    private void measure(long beatRuns) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(parent, "backbeat-profile");
        try {
            Path place = folder.resolve("store");
            long written;
            try (DuckDbStore store = DuckDbStore.open(place, OpenMode.READ_WRITE)) {
                written = new StoreGenerator(store, recorded).generate(beatRuns);
            }
            double bytes = StoreSize.of(place).beatRunBytes() / (double) written;
            try (DuckDbStore store = DuckDbStore.open(place, OpenMode.READ)) {
                String sequence = store.rows(
                                "SELECT sequence_id FROM executions WHERE sequence_id IS NOT NULL"
                                        + " GROUP BY sequence_id ORDER BY count(*) DESC, sequence_id LIMIT 1",
                                row -> row.textAt("sequence_id").orElse(""))
                        .getFirst();
                row("everything", written, bytes, store, Scope.everything(), Map.of());
                row("bottlenecks alone", written, bytes, store, Scope.everything(), Map.of("show", "bottlenecks"));
                row("one build", written, bytes, store, scope(List.of("B"), List.of()), Map.of());
                row("one sequence", written, bytes, store, scope(List.of(), List.of(sequence)), Map.of());
            }
        } finally {
            remove(folder);
        }
    }

    private static Scope scope(List<String> builds, List<String> sequences) {
        return new Scope(builds, Time.UNKNOWN, Time.UNKNOWN, List.of(), sequences, List.of(), List.of());
    }

    private void row(String what, long beatRuns, double bytes, Store store, Scope scope, Map<String, String> settings)
            throws InterruptedException {
        double seconds = Double.MAX_VALUE;
        double cpuSeconds = 0;
        double others = 0;
        for (int run = 0; run < runs; run++) {
            Machine.awaitCalm(patience);
            double busy = Machine.busySeconds();
            long cpu = PROCESS.getProcessCpuTime();
            long start = System.nanoTime();
            answer(store, scope, settings);
            double took = (System.nanoTime() - start) / 1e9;
            if (took < seconds) {
                seconds = took;
                cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
                others = (Machine.busySeconds() - busy - cpuSeconds) / (took * Machine.cores());
            }
        }
        table.row(
                what,
                String.format(Locale.ROOT, "%,d", beatRuns),
                String.format(Locale.ROOT, "%.2f", seconds),
                String.format(Locale.ROOT, "%.2f", cpuSeconds),
                String.format(
                        Locale.ROOT, "%.0f %%%s", Math.clamp(others, 0, 1) * 100, others > Run.DISTURBED ? " (!)" : ""),
                String.format(Locale.ROOT, "%.1f", bytes));
    }

    private static void answer(Store store, Scope scope, Map<String, String> settings) {
        ProfileAnalysis analysis = new ProfileAnalysis();
        ProfileSettings known = analysis.spec().settingsOf(settings);
        Evidence evidence = Evidence.of(store, new NoLines()).within(scope);
        analysis.present(analysis.analyze(evidence, known, Resolution.STANDARD));
    }

    /// Generated facts have no journal.
    private record NoLines() implements RawLines {

        @Override
        public List<RawLine> around(Origin origin, int before, int after) {
            return List.of();
        }

        @Override
        public Place place(Origin origin) {
            return new Place(origin, "generated-" + origin.input() + ".log", 0);
        }
    }

    /// Removes a folder and all that it holds.
    static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
