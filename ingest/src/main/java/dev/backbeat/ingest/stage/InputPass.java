package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.SessionHandler;
import dev.backbeat.ingest.Vocabulary;
import dev.backbeat.ingest.identity.ContentHash;
import dev.backbeat.ingest.journal.JournalWriter;
import dev.backbeat.ingest.source.Source;
import dev.backbeat.model.LineClass;
import dev.backbeat.model.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Reads one input once, from its first byte to its last.
///
/// Chunks are parsed on the threads of a pool, a window of them at a time; [#run] takes them in order on the
/// caller's thread. Several passes may share a pool, and [#prefetch] lets the next input be parsed while
/// this one is assembled, so many small inputs are as parallel as one large one.
public final class InputPass implements AutoCloseable {

    /// How many chunks of one input are in memory at a time.
    static final int WINDOW = 4;

    /// How many rejected lines of an input are kept with their offset; all are counted.
    static final int MAX_REJECTS_KEPT = 10_000;

    private final Parsing parsing;
    private final ExecutorService pool;
    private final InputStream in;
    private final ChunkReader reader;
    private final Deque<Future<ChunkResult>> window = new ArrayDeque<>();
    private boolean exhausted;

    private final long[] linesByRule;
    private final long[] rejectsByReason = new long[Rejected.Reason.values().length];
    private final List<Rejected> rejects = new ArrayList<>();
    private final Map<String, TemplateMiner.Mined> templates = TemplateMiner.empty();
    private long lines;
    private long bytes;
    private long secrets;
    private long hash;

    /// Opens the input.
    ///
    /// @throws IOException when it can't be opened
    public InputPass(Source source, Parsing parsing, ExecutorService pool) throws IOException {
        this.parsing = parsing;
        this.pool = pool;
        this.in = source.open();
        this.reader = new ChunkReader(in, parsing.layout());
        this.linesByRule = new long[parsing.vocabulary().rules().size() + 1];
    }

    /// Begins to read and parse.
    ///
    /// @throws IOException when the input can't be read
    public void prefetch() throws IOException {
        while (!exhausted && window.size() < WINDOW) {
            Chunk chunk = reader.next();
            if (chunk == null) {
                exhausted = true;
            } else {
                window.addLast(pool.submit(() -> parsing.parse(chunk)));
                exhausted = chunk.last();
            }
        }
    }

    /// Reads to the end.
    ///
    /// @param input the store's number of the input, for origins
    /// @param journal takes the blocks, absent where nothing is to be kept
    /// @param handler takes the sessions
    /// @param progress is told how many bytes of the decompressed input are done
    /// @throws IOException when the input can't be read to its end
    public InputSummary run(int input, @Nullable JournalWriter journal, SessionHandler handler, LongConsumer progress)
            throws IOException {
        SessionCutter cutter = new SessionCutter(input, parsing.gapNanos(), handler);
        prefetch();
        while (!window.isEmpty()) {
            ChunkResult chunk = finished(window.removeFirst());
            prefetch();
            if (journal != null) {
                journal.append(chunk.chunk.offset(), chunk.chunk.length(), lines, chunk.journalBlock);
            }
            cutter.accept(chunk);
            account(chunk);
            progress.accept(bytes);
        }
        cutter.end();
        if (journal != null) {
            journal.sync();
        }
        return summary();
    }

    private static ChunkResult finished(Future<ChunkResult> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        }
    }

    private void account(ChunkResult chunk) {
        lines += chunk.lines;
        bytes += chunk.chunk.length();
        secrets += chunk.secrets;
        hash = ContentHash.combine(hash, chunk.contentHash);
        for (int i = 0; i < linesByRule.length; i++) {
            linesByRule[i] += chunk.linesByRule[i];
        }
        for (int i = 0; i < rejectsByReason.length; i++) {
            rejectsByReason[i] += chunk.rejectsByReason[i];
        }
        if (chunk.midLineBytes > 0 && !rejects.isEmpty()) {
            Rejected longLine = rejects.removeLast();
            rejects.add(new Rejected(longLine.offset(), longLine.length() + chunk.midLineBytes, longLine.reason()));
        }
        for (Rejected rejected : chunk.rejects) {
            if (rejects.size() < MAX_REJECTS_KEPT) {
                rejects.add(rejected);
            }
        }
        chunk.templates.forEach((template, mined) -> TemplateMiner.add(templates, template, mined));
    }

    private InputSummary summary() {
        List<InputSummary.RuleCount> counts = new ArrayList<>();
        List<Vocabulary.Rule> rules = parsing.vocabulary().rules();
        for (int i = 0; i < linesByRule.length; i++) {
            boolean blank = i == rules.size();
            LineClass lineClass = !blank && rules.get(i).event() ? LineClass.EVENT : LineClass.SILENT;
            if (linesByRule[i] > 0) {
                counts.add(new InputSummary.RuleCount(
                        lineClass, blank ? "blank-line" : rules.get(i).name(), linesByRule[i]));
            }
        }
        long unknown = templates.values().stream()
                .mapToLong(TemplateMiner.Mined::lines)
                .sum();
        if (unknown > 0) {
            counts.add(new InputSummary.RuleCount(LineClass.UNKNOWN, "template", unknown));
        }
        for (Rejected.Reason reason : Rejected.Reason.values()) {
            if (rejectsByReason[reason.ordinal()] > 0) {
                String rule = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
                counts.add(new InputSummary.RuleCount(LineClass.REJECTED, rule, rejectsByReason[reason.ordinal()]));
            }
        }
        return new InputSummary(
                ContentHash.finish(ContentHash.combine(hash, bytes)),
                bytes,
                lines,
                secrets,
                List.copyOf(counts),
                List.copyOf(rejects),
                InputSummary.templates(templates));
    }

    @Override
    public void close() throws IOException {
        window.forEach(future -> future.cancel(true));
        in.close();
        if (window.isEmpty()) {
            parsing.release();
        }
    }
}
