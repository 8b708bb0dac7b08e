package dev.backbeat.bench;

import dev.backbeat.bench.LogGenerator.Generated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Measures `backbeat analyze` on a generated log, from bytes to rows on the disk, beside `wc -l` and a log
/// scanner in Node on the same file in the same run. The best of several rounds counts.
public final class IngestBench {

    private static final Set<String> FLAGS =
            Set.of("size", "runs", "patience", "formats", "logs", "folder", "renderx", "root");

    /// It is short, so it is run more often.
    private static final int WC_RUNS = 5;

    private static final String WC = "wc -l";
    private static final String NODE = "node, a scan in the style of RenderX";
    private static final String RENDERX = "RenderX's own LogAnalyzer";
    private static final String OURS = "backbeat analyze";

    private final Options options;
    private final Path root;
    private final Path folder;
    private final Map<String, Run> best = new LinkedHashMap<>();
    private HeapLog heap = new HeapLog(0, 0, 0);

    private IngestBench(Options options, Path folder) {
        this.options = options;
        this.root = Path.of(options.text("root", "."));
        this.folder = folder;
    }

    /// Runs the bench; see `bench/README.md` for the flags.
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = Options.of(args, FLAGS);
        Path parent = Path.of(options.text("folder", System.getProperty("java.io.tmpdir")));
        Path folder = Files.createTempDirectory(parent, "backbeat-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder)));
        for (String format : options.formats()) {
            new IngestBench(options, folder).measure(format);
        }
    }

    /// Leaves nothing behind, also when the bench is interrupted.
    private static void clear(Path folder) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            remove(folder);
        } catch (IOException e) {
            System.err.println("could not remove " + folder + ": " + e.getMessage());
        }
    }

    private void measure(String format) throws IOException, InterruptedException {
        List<Path> logs = Formats.logs(options.logs(root), Formats.of(format));
        if (logs.isEmpty()) {
            System.out.println("no recorded log of the format " + format + " to repeat; left out\n");
            return;
        }
        Path file = folder.resolve(format + ".log");
        Generated made = LogGenerator.generate(logs, options.bytes("size", "1g"), file);
        int runs = options.number("runs", 3);
        System.out.printf(
                Locale.ROOT,
                "## %s: %.0f MB, %d sessions out of %d recorded logs; best of %d; %s%n%n",
                format,
                made.megabytes(),
                made.sessions(),
                logs.size(),
                runs,
                Machine.description());
        for (int round = 0; round < runs; round++) {
            Machine.awaitCalm(options.number("patience", 60));
            round(made);
        }
        Speed.print(made, best, WC, NODE, OURS);
        Run ours = best.get(OURS);
        if (ours != null && ours.code() == 0) {
            StoreSize size = StoreSize.of(store());
            Ground.print(made, ours, heap, size);
            Budgets.print(made, ours, best.get(WC), best.get(NODE), heap, size);
        }
        remove(store());
        Files.delete(file);
    }

    private void round(Generated made) throws IOException, InterruptedException {
        String file = made.file().toString();
        Path node = root.resolve("bench/node");
        for (int i = 0; i < WC_RUNS; i++) {
            run(WC, List.of("wc", "-l", file), Map.of());
        }
        run(
                NODE,
                List.of(
                        "node",
                        "--max-old-space-size=4096",
                        node.resolve("scan.mjs").toString(),
                        file),
                Map.of());
        String renderx = options.text("renderx", "");
        if (!renderx.isEmpty()) {
            String script = node.resolve("original.mjs").toString();
            run(RENDERX, List.of("node", "--max-old-space-size=4096", script, renderx, file), Map.of());
        }
        remove(store());
        Path heapLog = folder.resolve("heap.log");
        String given = System.getenv().getOrDefault("BACKBEAT_JAVA_ARGS", "");
        Run before = best.get(OURS);
        List<String> command = List.of(
                root.resolve("backbeat").toString(),
                "analyze",
                file,
                "--store",
                store().toString(),
                "--output",
                "json");
        run(OURS, command, Map.of("BACKBEAT_JAVA_ARGS", given + " " + HeapLog.flag(heapLog)));
        if (best.get(OURS) != before) {
            heap = HeapLog.read(heapLog);
        }
    }

    private void run(String name, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        Run run = Run.of(command, environment, errors);
        System.err.printf(Locale.ROOT, "%s: %.2f s, others %s%n", name, run.seconds(), run.disturbance());
        if (run.code() == 0) {
            best.merge(name, run, Run::better);
        } else {
            System.out.printf("%s failed with %d: %s%n%n", name, run.code(), tail(Files.readString(errors)));
        }
    }

    private static String tail(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private Path store() {
        return folder.resolve("store");
    }

    private static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = new ArrayList<>(walk.toList());
        }
        files.sort(Comparator.reverseOrder());
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
