package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.layout.conductorconsole.ConductorConsoleLayout;
import dev.backbeat.ingest.layout.conductorrecorder.ConductorRecorderLayout;
import dev.backbeat.ingest.layout.xes.XesLayout;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.ingest.source.Source;
import dev.backbeat.ingest.vocabulary.conductor.ConductorVocabulary;
import dev.backbeat.ingest.vocabulary.xes.XesVocabulary;
import dev.backbeat.model.Event;
import dev.backbeat.model.LineClass;
import dev.backbeat.model.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An input that was read to its end: what it says, what was rebuilt from it, and its ledger.
record ReadInput(List<Event> events, RebuiltFacts facts, InputSummary summary) {

    /// Every layout there is.
    static final List<Layout> LAYOUTS =
            List.of(new ConductorConsoleLayout(), new ConductorRecorderLayout(), new XesLayout());

    static final Layout CONSOLE = LAYOUTS.getFirst();
    static final Layout RECORDER = LAYOUTS.get(1);

    private static final long GAP_NANOS = Time.NANOS_PER_SECOND;

    /// Reads bytes the way every input is read, on so many threads.
    static ReadInput of(byte[] bytes, Layout layout, int threads) {
        List<Event> events = new ArrayList<>();
        chunks(bytes, layout, ChunkReader.CHUNK_BYTES, ChunkReader.LARGEST_CHUNK_BYTES)
                .forEach(chunk -> events.addAll(chunk.events));
        RebuiltFacts facts = new RebuiltFacts();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads);
                InputPass pass = new InputPass(source(bytes), parsing(layout), pool)) {
            return new ReadInput(events, facts, pass.run(1, null, facts, done -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadInput of(String text, Layout layout) {
        return of(text.getBytes(StandardCharsets.UTF_8), layout, 1);
    }

    /// The parsed chunks of an input that is cut into pieces of these sizes.
    static List<ChunkResult> chunks(byte[] bytes, Layout layout, int chunkBytes, int largestChunkBytes) {
        Parsing parsing = parsing(layout);
        ChunkReader reader = new ChunkReader(new ByteArrayInputStream(bytes), layout, chunkBytes, largestChunkBytes);
        List<ChunkResult> results = new ArrayList<>();
        try {
            for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
                results.add(parsing.parse(chunk));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }

    /// What is rebuilt from parsed chunks.
    static RebuiltFacts facts(List<ChunkResult> chunks) {
        RebuiltFacts facts = new RebuiltFacts();
        SessionCutter cutter = new SessionCutter(1, GAP_NANOS, facts);
        chunks.forEach(cutter::accept);
        cutter.end();
        return facts;
    }

    static Parsing parsing(Layout layout) {
        Vocabulary vocabulary = layout.id().equals("xes") ? new XesVocabulary() : new ConductorVocabulary();
        return new Parsing(layout, vocabulary, Redactor.standard(), false, GAP_NANOS);
    }

    static Source source(byte[] bytes) {
        return new Source() {
            @Override
            public String name() {
                return "memory";
            }

            @Override
            public long storedBytes() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /// How many lines were counted in a class.
    long lines(LineClass lineClass) {
        return summary.counts().stream()
                .filter(count -> count.lineClass() == lineClass)
                .mapToLong(InputSummary.RuleCount::lines)
                .sum();
    }
}
