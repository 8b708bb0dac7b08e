package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.journal.JournalWriter;
import dev.backbeat.ingest.redaction.Redactor;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How the chunks of an input are parsed; shared by the threads that do.
///
/// @param layout splits bytes into records
/// @param vocabulary turns messages into events
/// @param redactor masks secrets before anything else sees them
/// @param journalled whether blocks for the journal are made
/// @param gapNanos the shortest silence that is told
public record Parsing(
        Layout layout, Vocabulary vocabulary, Redactor redactor, boolean journalled, long gapNanos, Readers readers) {

    /// With readers of its own.
    public Parsing(Layout layout, Vocabulary vocabulary, Redactor redactor, boolean journalled, long gapNanos) {
        this(layout, vocabulary, redactor, journalled, gapNanos, new Readers(new ConcurrentLinkedQueue<>()));
    }

    /// Readers of the vocabulary that no thread uses at the moment.
    record Readers(Queue<Vocabulary.Reader> idle) {}

    ChunkResult parse(Chunk chunk) {
        long hash = ContentHash.of(chunk.bytes(), 0, chunk.length());
        int secrets = redactor.redact(chunk.bytes(), 0, chunk.length());
        byte[] block = journalled ? JournalWriter.compress(chunk.bytes(), chunk.length()) : new byte[0];
        int rules = vocabulary.rules().size();
        ChunkResult result = new ChunkResult(chunk, hash, block, secrets, rules + 1, TemplateMiner.empty());
        Vocabulary.Reader idle = readers.idle().poll();
        Vocabulary.Reader reader = idle == null ? vocabulary.reader() : idle;
        new ChunkParser(layout, reader, gapNanos, rules, result).parse();
        readers.idle().add(reader);
        return result;
    }
}
