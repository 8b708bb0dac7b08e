package dev.backbeat.bench;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.identity.ContentHash;
import dev.backbeat.ingest.journal.BlockCompressor;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.ingest.vocabulary.conductor.ConductorVocabulary;
import dev.backbeat.model.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Measures the stages of the ingest one by one on one thread, in processor time, so that others on the
/// machine disturb little: where does the time of a byte go?
public final class Stages {

    private static final Set<String> FLAGS = Set.of("size", "runs", "formats", "logs", "folder", "root");

    private final Layout layout;
    private final List<byte[]> chunks;
    private final StageTimes times = new StageTimes();
    private final Vocabulary vocabulary = new ConductorVocabulary();
    private final Vocabulary.Reader reader = vocabulary.reader();
    private final Redactor redactor = Redactor.standard();
    private final BlockCompressor compressor = new BlockCompressor();
    private long journalBytes;

    private Stages(Layout layout, List<byte[]> chunks) {
        this.layout = layout;
        this.chunks = chunks;
    }

    /// Runs the bench; see `bench/README.md` for the flags.
    public static void main(String[] args) throws IOException {
        Options options = Options.of(args, FLAGS);
        Path root = Path.of(options.text("root", "."));
        Path parent = Path.of(options.text("folder", System.getProperty("java.io.tmpdir")));
        for (String format : options.formats()) {
            Layout layout = Formats.of(format);
            List<Path> logs = Formats.logs(options.logs(root), layout);
            if (logs.isEmpty()) {
                System.out.println("no recorded log of the format " + format + " to repeat; left out\n");
                continue;
            }
            Path file = Files.createTempFile(parent, "backbeat-stages", ".log");
            try {
                LogGenerator.generate(logs, options.bytes("size", "64m"), file);
                measure(layout, RecordSplitter.chunks(layout, Files.readAllBytes(file)), options, parent);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void measure(Layout layout, List<byte[]> chunks, Options options, Path parent) throws IOException {
        Stages stages = new Stages(layout, chunks);
        long bytes = chunks.stream().mapToLong(chunk -> chunk.length).sum();
        int runs = options.number("runs", 5);
        FactRun facts = new FactRun(0, 0, 0);
        for (int run = 0; run < runs; run++) {
            facts = stages.run(parent);
        }
        System.out.printf(
                Locale.ROOT,
                "## stages of %s: %.0f MB on one thread, best of %d; %s%n%n",
                layout.id(),
                bytes / 1e6,
                runs,
                Machine.description());
        stages.times.print(bytes);
        System.out.printf(
                Locale.ROOT,
                "%d records, %d events, %d facts, %d sessions; journal %.4f of the input%n%n",
                stages.records,
                facts.events(),
                facts.facts(),
                facts.sessions(),
                stages.journalBytes / (double) bytes);
    }

    private long records;

    private FactRun run(Path parent) throws IOException {
        journalBytes = 0;
        records = 0;
        List<Event> events = new ArrayList<>();
        long offset = 0;
        for (byte[] original : chunks) {
            byte[] chunk = original.clone();
            times.stage("content hash", () -> ContentHash.of(chunk, 0, chunk.length));
            times.stage("redaction", () -> redactor.redact(chunk, 0, chunk.length));
            times.stage("zstd", () -> journalBytes += compressor.compress(chunk, chunk.length).length);
            RecordSplitter splitter = new RecordSplitter(layout, chunk);
            times.stage("record splitting", splitter::split);
            long base = offset;
            times.stage("parsing", () -> splitter.read(reader, base, events));
            records += splitter.records();
            offset += chunk.length;
        }
        FactRun facts = FactRun.of(events, parent, times);
        times.endRun();
        return facts;
    }
}
