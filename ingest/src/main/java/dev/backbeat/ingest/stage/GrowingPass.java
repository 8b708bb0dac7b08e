package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.SessionHandler;
import dev.backbeat.ingest.source.Source;
import dev.backbeat.model.FactSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Reads an input that only grows, each time from where it was: what it finds up to there is what
/// [InputPass] finds in the same bytes.
///
/// Chunks are cut where [InputPass] cuts them. One that is full can't become another one, so its facts
/// are settled: they are handed on once. What follows on the last full chunk, less than two mebibytes
/// unless one record is larger, is read each time anew by a copy of what is open, as if the input ended
/// there: those facts hold for this time only. Where reading fails the pass can't go on; a new one has to
/// begin.
public final class GrowingPass implements AutoCloseable {

    private final Parsing parsing;
    private final Takers takers;
    private final SessionCutter cutter;
    private final Account account;
    private ChunkReader.Mark mark;
    private @Nullable Chunk tail;

    /// Who takes what is found.
    ///
    /// @param settled takes the sessions that have begun, and those that have ended, for good
    /// @param passing takes those of the end, for this time
    /// @param open takes the facts, for this time, of a session that has begun for good and has not ended
    public record Takers(SessionHandler settled, SessionHandler passing, FactSink open) {}

    /// Begins with nothing read.
    ///
    /// @param input the store's number of the input, for origins
    public GrowingPass(Parsing parsing, int input, Takers takers) {
        this(parsing, input, takers, ChunkReader.CHUNK_BYTES, ChunkReader.LARGEST_CHUNK_BYTES);
    }

    /// With other sizes of chunks, for tests.
    GrowingPass(Parsing parsing, int input, Takers takers, int chunkBytes, int largestChunkBytes) {
        this.parsing = parsing;
        this.takers = takers;
        this.cutter = new SessionCutter(input, parsing.gapNanos(), takers.settled());
        this.account = new Account(parsing.vocabulary().rules());
        this.mark = ChunkReader.Mark.start(chunkBytes, largestChunkBytes);
    }

    /// Reads all full chunks that are new, to the end that the input has now.
    ///
    /// @param source the input, which begins with what it held the last time
    /// @throws IOException when it can't be read, or is shorter than it was
    public void settle(Source source, ExecutorService pool) throws IOException {
        try (InputStream in = source.open()) {
            in.skipNBytes(mark.readBytes());
            tail = settle(in, pool);
        }
    }

    /// Reads what follows on the full chunks, as if the input ended there. Once after each [#settle].
    ///
    /// @return what there is to say of the whole input
    public InputSummary rest() {
        SessionCutter end = cutter.copy(takers.passing(), takers.open());
        Account all = account.copy();
        Chunk last = tail;
        tail = null;
        if (last != null) {
            ChunkResult result = parsing.parse(last);
            end.accept(result);
            all.add(result);
        }
        end.end();
        return all.summary();
    }

    /// How many lines are settled.
    public long settledLines() {
        return account.lines();
    }

    /// How many bytes are settled.
    public long settledBytes() {
        return account.bytes();
    }

    /// Takes all full chunks.
    ///
    /// @return what follows on them
    private @Nullable Chunk settle(InputStream in, ExecutorService pool) throws IOException {
        ChunkReader reader = new ChunkReader(in, parsing.layout(), mark);
        Deque<Future<ChunkResult>> window = new ArrayDeque<>();
        try {
            while (true) {
                Chunk chunk = reader.next();
                if (chunk == null || chunk.last()) {
                    while (!window.isEmpty()) {
                        settle(window);
                    }
                    return chunk;
                }
                mark = reader.mark();
                if (window.size() == InputPass.WINDOW) {
                    settle(window);
                }
                window.addLast(pool.submit(() -> parsing.parse(chunk)));
            }
        } finally {
            window.forEach(future -> future.cancel(true));
        }
    }

    private void settle(Deque<Future<ChunkResult>> window) throws IOException {
        ChunkResult chunk = InputPass.finished(window.removeFirst());
        cutter.accept(chunk);
        account.add(chunk);
    }

    /// Gives back what parsing needed.
    @Override
    public void close() {
        parsing.release();
    }
}
