package dev.backbeat.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.backbeat.code.Language;
import dev.backbeat.code.catalog.conductor.ConductorDocuments;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.code.index.Indexer;
import dev.backbeat.code.tree.WorkTree;
import dev.backbeat.code.treesitter.language.java.JavaLanguage;
import dev.backbeat.code.treesitter.language.javascript.JavaScriptLanguage;
import dev.backbeat.code.treesitter.language.typescript.TypeScriptLanguage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Measures the index of checkouts. With nothing remembered and with everything remembered through the
/// verb `map`, from its start to its end, with a small store; in this process, warmed up, the rate of
/// reading alone; beside universal-ctags where that is installed.
public final class IndexBench {

    private static final Set<String> FLAGS = Set.of("code", "runs", "patience", "folder", "root");
    private static final String LOG = "samples/storefront/sessions/misrouted.log";
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path root;
    private final Path folder;
    private final int runs;
    private final int patience;
    private final Table table = new Table(
            "checkout",
            "files",
            "MB",
            "functions",
            "reading, MB/s a core",
            "`map` cold s",
            "CPU s",
            "warm s",
            "CPU s",
            "ctags s",
            "CPU s");

    private IndexBench(Path root, Path folder, int runs, int patience) {
        this.root = root;
        this.folder = folder;
        this.runs = runs;
        this.patience = patience;
    }

    /// Runs the bench; see `bench/README.md` for the flags.
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = Options.of(args, FLAGS);
        Path root = Path.of(options.text("root", "."));
        IndexBench bench = new IndexBench(
                root,
                Path.of(options.text("folder", System.getProperty("java.io.tmpdir"))),
                options.number("runs", 3),
                options.number("patience", 60));
        for (String checkout : options.text("code", root.toString()).split(",")) {
            bench.measure(Path.of(checkout).toAbsolutePath().normalize());
        }
        System.out.printf(Locale.ROOT, "## code index, best of %d; %s%n%n", bench.runs, Machine.description());
        bench.table.print();
    }

    private void measure(Path checkout) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(folder, "backbeat-index");
        try {
            CodeIndex index = index(checkout, work.resolve("first"));
            double rate = 0;
            for (int run = 0; run < runs; run++) {
                Machine.awaitCalm(patience);
                long cpu = PROCESS.getProcessCpuTime();
                index = index(checkout, work.resolve("in-process-" + run));
                rate = Math.max(rate, megabytes(index) / ((PROCESS.getProcessCpuTime() - cpu) / 1e9));
            }
            @Nullable Run cold = null;
            @Nullable Run warm = null;
            for (int run = 0; run < runs; run++) {
                String store = work.resolve("store-" + run).toString();
                backbeat(work, "analyze", root.resolve(LOG).toString(), "--store", store);
                Run first = backbeat(work, "map", "--code", checkout.toString(), "--store", store);
                cold = cold == null ? first : Run.better(cold, first);
                Run second = backbeat(work, "map", "--store", store);
                warm = warm == null ? second : Run.better(warm, second);
            }
            row(
                    checkout,
                    index,
                    rate,
                    Objects.requireNonNull(cold),
                    Objects.requireNonNull(warm),
                    ctags(checkout, work));
        } finally {
            ProfileBench.remove(work);
        }
    }

    private static CodeIndex index(Path checkout, Path cache) {
        List<Language> languages = List.of(new TypeScriptLanguage(), new JavaScriptLanguage(), new JavaLanguage());
        return new Indexer(languages, List.of(new ConductorDocuments()), cache).index(WorkTree.of(checkout));
    }

    private static double megabytes(CodeIndex index) {
        return index.reading().parsedBytes() / 1e6;
    }

    private void row(Path checkout, CodeIndex index, double rate, Run cold, Run warm, Optional<Run> ctags) {
        int functions = index.files().values().stream()
                .mapToInt(facts -> facts.functions().size())
                .sum();
        table.row(
                String.valueOf(checkout.getFileName()),
                String.format(Locale.ROOT, "%,d", index.reading().files()),
                figure(megabytes(index)),
                String.format(Locale.ROOT, "%,d", functions),
                figure(rate),
                figure(cold.seconds()),
                figure(cold.cpuSeconds()),
                figure(warm.seconds()),
                figure(warm.cpuSeconds()),
                ctags.map(run -> figure(run.seconds())).orElse("–"),
                ctags.map(run -> figure(run.cpuSeconds())).orElse("–"));
    }

    private Run backbeat(Path work, String... arguments) throws IOException, InterruptedException {
        Machine.awaitCalm(patience);
        List<String> command = new ArrayList<>(List.of(root.resolve("backbeat").toString()));
        command.addAll(List.of(arguments));
        Run run = Run.of(command, Map.of(), work.resolve("errors"));
        if (run.code() != 0) {
            throw new IOException(Files.readString(work.resolve("errors")));
        }
        return run;
    }

    private static Optional<Run> ctags(Path checkout, Path work) throws InterruptedException {
        List<String> command = List.of(
                "ctags",
                "-R",
                "--languages=TypeScript,JavaScript,Java",
                "-f",
                work.resolve("tags").toString(),
                checkout.toString());
        try {
            return Optional.of(Run.of(command, Map.of(), work.resolve("ctags-errors")))
                    .filter(run -> run.code() == 0);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
