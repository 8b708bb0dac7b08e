package dev.backbeat.bench;

import dev.backbeat.measure.alignment.Aligner;
import dev.backbeat.measure.alignment.Costs;
import dev.backbeat.measure.alignment.Net;
import dev.backbeat.measure.petri.PnmlReader;
import dev.backbeat.measure.variant.VariantFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Measures alignments on the models and variants that PM4Py was measured on, their growth, and the
/// folding of executions into variants.
public final class ConformanceBench {

    private static final Set<String> FLAGS =
            Set.of("runs", "patience", "models", "executions", "beats", "only", "logs", "folder", "root");
    private static final String RESULTS = "pm4py-results-";
    private static final int BEATS = 20;

    private final int runs;
    private final int patience;

    private ConformanceBench(int runs, int patience) {
        this.runs = runs;
        this.patience = patience;
    }

    /// Runs the bench; see `bench/README.md` for the flags.
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = Options.of(args, FLAGS);
        Path shared = Path.of(options.text("root", ".")).resolve("../shared/data/conformance");
        Path models = Path.of(options.text("models", shared.normalize().toString()));
        ConformanceBench bench = new ConformanceBench(options.number("runs", 5), options.number("patience", 60));
        String only = options.text("only", "");
        if (only.isEmpty() || only.equals("alignments")) {
            if (Files.isDirectory(models)) {
                bench.besidePm4Py(models);
            } else {
                System.out.println("no models with PM4Py's results in " + models + ": name a folder with `--models`\n");
            }
        }
        if (only.isEmpty() || only.equals("growth")) {
            bench.growth();
        }
        if (only.isEmpty() || only.equals("folding")) {
            bench.folding(options.bytes("executions", "2m"));
        }
        if (only.isEmpty() || only.equals("store")) {
            bench.store(options);
        }
    }

    private void store(Options options) throws IOException, InterruptedException {
        Path root = Path.of(options.text("root", "."));
        StoreFolding store = new StoreFolding(
                RecordedSessions.read(Path.of(options.text(
                        "logs", root.resolve("samples/storefront/sessions").toString()))),
                root,
                Path.of(options.text("folder", System.getProperty("java.io.tmpdir"))),
                runs,
                patience);
        for (String size : options.text("beats", "1m,5m").split(",")) {
            store.measure(Options.bytes(size));
        }
        store.print();
    }

    private void besidePm4Py(Path folder) throws IOException, InterruptedException {
        Table table = new Table(
                "model",
                "variants",
                "equal cost",
                "first s",
                "best s",
                "variants/s",
                "PM4Py s",
                "PM4Py variants/s",
                "times");
        List<Path> results;
        try (Stream<Path> files = Files.list(folder)) {
            results = files.filter(file -> file.getFileName().toString().startsWith(RESULTS))
                    .sorted()
                    .toList();
        }
        for (Path result : results) {
            JsonNode root = JsonMapper.builder().build().readTree(result.toFile());
            String log = root.get("log").asString();
            for (var model : root.get("models").properties()) {
                Path file = folder.resolve(log + "--" + model.getKey() + ".pnml");
                if (Files.exists(file) && model.getValue().has("alignmentPerVariant")) {
                    row(table, log + ", " + model.getKey(), file, model.getValue());
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "## alignments, one thread, best of %d and the first, model explored each time; %s%n%n",
                runs,
                Machine.description());
        table.print();
    }

    private void row(Table table, String name, Path file, JsonNode published) throws InterruptedException {
        List<List<String>> traces = new ArrayList<>();
        List<Long> expected = new ArrayList<>();
        for (JsonNode variant : published.get("alignmentPerVariant")) {
            List<String> trace = new ArrayList<>();
            variant.get("trace").forEach(label -> trace.add(label.asString()));
            traces.add(trace);
            expected.add(variant.get("cost").asLong());
        }
        List<Long> costs = new ArrayList<>();
        double first = Double.MAX_VALUE;
        double best = Double.MAX_VALUE;
        for (int run = 0; run <= runs; run++) {
            Machine.awaitCalm(patience);
            Net net = PnmlReader.read(file).net();
            long start = System.nanoTime();
            costs = align(net, traces);
            double seconds = (System.nanoTime() - start) / 1e9;
            first = run == 0 ? seconds : first;
            best = Math.min(best, seconds);
        }
        double pm4py = published.get("alignments").get("seconds").asDouble();
        table.row(
                name,
                Integer.toString(traces.size()),
                costs.equals(expected)
                        ? "all"
                        : equal(costs, expected) + " in order, all costs " + sameBag(costs, expected),
                String.format(Locale.ROOT, "%.3f", first),
                String.format(Locale.ROOT, "%.4f", best),
                String.format(Locale.ROOT, "%,.0f", traces.size() / best),
                String.format(Locale.ROOT, "%.3f", pm4py),
                String.format(Locale.ROOT, "%.1f", traces.size() / pm4py),
                String.format(Locale.ROOT, "%,.0f", pm4py / best));
    }

    private static long equal(List<Long> costs, List<Long> expected) {
        long equal = 0;
        for (int i = 0; i < costs.size(); i++) {
            equal += costs.get(i).equals(expected.get(i)) ? 1 : 0;
        }
        return equal;
    }

    private static String sameBag(List<Long> costs, List<Long> expected) {
        return costs.stream()
                        .sorted()
                        .toList()
                        .equals(expected.stream().sorted().toList())
                ? "equal"
                : "different";
    }

    private static List<Long> align(Net net, List<List<String>> traces) {
        Aligner aligner = new Aligner(net, Costs.STANDARD);
        List<Long> costs = new ArrayList<>();
        for (List<String> trace : traces) {
            costs.add(aligner.align(trace).orElseThrow().cost());
        }
        return costs;
    }

    /// A documented flow of beats in order: every fourth optional, every fifth a choice of two, two pairs in
    /// parallel, and a loop over the middle. Traces go through it and are then disturbed.
    private void growth() throws InterruptedException {
        Net net = GeneratedFlow.net(BEATS);
        Table table = new Table("growth", "variants", "beats each", "deviations", "seconds", "variants/s");
        for (int variants : new int[] {100, 1_000, 10_000}) {
            growth(table, "with variants", net, variants, BEATS, 2);
        }
        for (int length : new int[] {10, 20, 40, 80, 160, 320}) {
            growth(table, "with trace length", net, 500, length, 2);
        }
        for (int deviations : new int[] {0, 1, 2, 4, 8, 16}) {
            growth(table, "with deviations", net, 500, 40, deviations);
        }
        System.out.printf(Locale.ROOT, "## growth, one thread, best of %d; %s%n%n", runs, Machine.description());
        table.print();
    }

    private void growth(Table table, String what, Net net, int variants, int length, int deviations)
            throws InterruptedException {
        Set<List<String>> traces = new HashSet<>();
        Random random = new Random(7);
        for (int tries = 0; traces.size() < variants && tries < variants * 50; tries++) {
            traces.add(GeneratedFlow.trace(BEATS, length, deviations, random));
        }
        List<List<String>> list = List.copyOf(traces);
        double best = Double.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            Machine.awaitCalm(patience);
            long start = System.nanoTime();
            align(net, list);
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        table.row(
                what,
                String.format(Locale.ROOT, "%,d", list.size()),
                Integer.toString(length),
                Integer.toString(deviations),
                String.format(Locale.ROOT, "%.3f", best),
                String.format(Locale.ROOT, "%,.0f", list.size() / best));
    }

    private void folding(long executions) throws InterruptedException {
        Table table =
                new Table("folding", "executions", "variants", "labels as", "seconds", "executions/s", "events/s");
        for (int variants : new int[] {10, 1_000, 100_000}) {
            fold(table, executions, variants, true);
            fold(table, executions, variants, false);
        }
        System.out.printf(Locale.ROOT, "## folding, one thread, best of %d; %s%n%n", runs, Machine.description());
        table.print();
    }

    private void fold(Table table, long executions, int variants, boolean texts) throws InterruptedException {
        Random random = new Random(11);
        List<List<String>> orders = new ArrayList<>();
        for (int i = 0; i < variants; i++) {
            orders.add(GeneratedFlow.trace(BEATS, BEATS, i % 7, random));
        }
        double best = Double.MAX_VALUE;
        long events = 0;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            Machine.awaitCalm(patience);
            VariantFold fold = new VariantFold();
            int[][] numbers = orders.stream()
                    .map(order -> order.stream().mapToInt(fold::label).toArray())
                    .toArray(int[][]::new);
            events = 0;
            long start = System.nanoTime();
            for (long execution = 0; execution < executions; execution++) {
                int order = (int) (execution * 2_654_435_761L % variants);
                events += numbers[order].length;
                if (texts) {
                    for (String label : orders.get(order)) {
                        fold.add(execution, label);
                    }
                } else {
                    for (int label : numbers[order]) {
                        fold.add(execution, label);
                    }
                }
            }
            found = fold.variants().size();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        table.row(
                texts ? "of texts" : "of numbers",
                String.format(Locale.ROOT, "%,d", executions),
                String.format(Locale.ROOT, "%,d", found),
                texts ? "text" : "number",
                String.format(Locale.ROOT, "%.3f", best),
                String.format(Locale.ROOT, "%,.0f", executions / best),
                String.format(Locale.ROOT, "%,.0f", events / best));
    }
}
