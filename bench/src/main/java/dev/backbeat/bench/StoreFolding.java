package dev.backbeat.bench;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.analysis.conformance.Conformance;
import dev.backbeat.analysis.conformance.ConformanceAnalysis;
import dev.backbeat.bench.RecordedSessions.Recorded;
import dev.backbeat.code.catalog.conductor.ConductorDocuments;
import dev.backbeat.code.index.Indexer;
import dev.backbeat.mapping.StoreMapper;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Store;
import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures the whole answer of `conformance` over stores that are filled through their contract: the folding of
/// executions by its own questions, and every other question that it asks.
final class StoreFolding {

    private static final Pattern HEAD = Pattern.compile("-- ([^.\\n]*)");
    private static final String FOLD = "Executions that took the same beats in the same order";

    private static final int LONGEST = 60;

    private final List<Recorded> recorded;
    private final Path root;
    private final Path parent;
    private final int runs;
    private final int patience;
    private final Table table =
            new Table("beat runs", "executions", "variants", "question", "seconds", "executions/s", "others");

    StoreFolding(List<Recorded> recorded, Path root, Path parent, int runs, int patience) {
        this.recorded = recorded;
        this.root = root;
        this.parent = parent;
        this.runs = runs;
        this.patience = patience;
    }

    void measure(long beatRuns) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(parent, "backbeat-conformance");
        try {
            Path place = folder.resolve("store");
            try (DuckDbStore store = DuckDbStore.open(place, OpenMode.READ_WRITE)) {
                new StoreGenerator(store, recorded).generate(beatRuns);
                Indexer indexer = new Indexer(List.of(), List.of(new ConductorDocuments()), folder.resolve("code"));
                new StoreMapper(indexer).map(store, List.of(root.resolve("samples/storefront")));
            }
            try (DuckDbStore store = DuckDbStore.open(place, OpenMode.READ)) {
                rows(store);
            }
        } finally {
            ProfileBench.remove(folder);
        }
    }

    void print() {
        System.out.printf(
                Locale.ROOT, "## `conformance` from the store, best of %d; %s%n%n", runs, Machine.description());
        table.print();
    }

    private void rows(Store store) throws InterruptedException {
        Map<String, Double> best = new LinkedHashMap<>();
        Conformance answer = null;
        double whole = Double.MAX_VALUE;
        double others = 0;
        for (int run = 0; run < runs; run++) {
            Machine.awaitCalm(patience);
            Map<String, Double> seconds = new LinkedHashMap<>();
            double busy = Machine.busySeconds();
            long start = System.nanoTime();
            ConformanceAnalysis analysis = new ConformanceAnalysis();
            answer = analysis.analyze(
                    Evidence.of(timed(store, seconds), new NoLines()),
                    analysis.spec().settingsOf(Map.of()),
                    Resolution.STANDARD);
            double took = (System.nanoTime() - start) / 1e9;
            seconds.forEach((question, time) -> best.merge(question, time, Math::min));
            if (took < whole) {
                whole = took;
                others = (Machine.busySeconds() - busy) / (took * Machine.cores());
            }
        }
        Conformance told = Objects.requireNonNull(answer);
        long beats = store.rows("SELECT count(*) AS beats FROM beat_times", row -> row.longAt("beats"))
                .getFirst();
        row(beats, told, "the whole answer", whole, String.format(Locale.ROOT, "%.0f %% busy", others * 100));
        for (Map.Entry<String, Double> question : best.entrySet()) {
            String asked = question.getKey();
            String name = asked.startsWith(FOLD) ? "folding" : asked.substring(0, Math.min(LONGEST, asked.length()));
            row(beats, told, name, question.getValue(), "");
        }
    }

    private void row(long beats, Conformance answer, String question, double seconds, String others) {
        table.row(
                String.format(Locale.ROOT, "%,d", beats),
                String.format(Locale.ROOT, "%,d", answer.executions()),
                String.format(Locale.ROOT, "%,d", answer.allVariants()),
                question,
                String.format(Locale.ROOT, "%.3f", seconds),
                String.format(Locale.ROOT, "%,.0f", answer.executions() / seconds),
                others);
    }

    /// The same store, each question with the time it took in all.
    private static Store timed(Store store, Map<String, Double> seconds) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    long start = System.nanoTime();
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("rows")) {
                            Matcher head = HEAD.matcher((String) arguments[0]);
                            seconds.merge(
                                    head.find() ? head.group(1) : "?", (System.nanoTime() - start) / 1e9, Double::sum);
                        }
                    }
                });
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
}
