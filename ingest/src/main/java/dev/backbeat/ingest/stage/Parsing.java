package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.identity.ContentHash;
import dev.backbeat.ingest.journal.BlockCompressor;
import dev.backbeat.ingest.redaction.Redactor;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// How the chunks of an input are parsed; shared by the threads that do.
public final class Parsing {

    private final Layout layout;
    private final Vocabulary vocabulary;
    private final Redactor redactor;
    private final boolean journalled;
    private final long gapNanos;
    private final int rules;
    private final Queue<Tools> idle = new ConcurrentLinkedQueue<>();

    /// What one thread needs for itself while it parses a chunk.
    private record Tools(Vocabulary.Reader reader, BlockCompressor compressor) {}

    /// Says how to parse.
    ///
    /// @param layout splits bytes into records
    /// @param vocabulary turns messages into events
    /// @param redactor masks secrets before anything else sees them
    /// @param journalled whether blocks for the journal are made
    /// @param gapNanos the shortest silence that is told
    public Parsing(Layout layout, Vocabulary vocabulary, Redactor redactor, boolean journalled, long gapNanos) {
        this.layout = layout;
        this.vocabulary = vocabulary;
        this.redactor = redactor;
        this.journalled = journalled;
        this.gapNanos = gapNanos;
        this.rules = vocabulary.rules().size();
    }

    Layout layout() {
        return layout;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    long gapNanos() {
        return gapNanos;
    }

    ChunkResult parse(Chunk chunk) {
        @Nullable Tools kept = idle.poll();
        Tools tools = kept == null ? new Tools(vocabulary.reader(), new BlockCompressor()) : kept;
        long hash = ContentHash.of(chunk.bytes(), 0, chunk.length());
        int secrets = redactor.redact(chunk.bytes(), 0, chunk.length());
        byte[] block = journalled ? tools.compressor().compress(chunk.bytes(), chunk.length()) : new byte[0];
        ChunkResult result = new ChunkResult(chunk, hash, block, secrets, rules + 1, TemplateMiner.empty());
        new ChunkParser(layout, tools.reader(), gapNanos, rules, result).parse();
        idle.add(tools);
        return result;
    }

    /// Gives back what the threads needed. Nothing may be parsed any more.
    void release() {
        for (Tools tools = idle.poll(); tools != null; tools = idle.poll()) {
            tools.compressor().close();
        }
    }
}
