package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.SessionHandler;
import dev.backbeat.ingest.journal.JournalWriter;
import dev.backbeat.ingest.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Reads one input once, from its first byte to its last.
///
/// Chunks are parsed on the threads of a pool, a window of them at a time; [#run] takes them in order on
/// the caller's thread. Several passes may share a pool, and [#prefetch] lets the next input be parsed
/// while this one is assembled, so many small inputs are as parallel as one large one.
public final class InputPass implements AutoCloseable {

    /// How many chunks of one input are in memory at a time.
    static final int WINDOW = 4;

    private final Parsing parsing;
    private final ExecutorService pool;
    private final InputStream in;
    private final ChunkReader reader;
    private final Deque<Future<ChunkResult>> window = new ArrayDeque<>();
    private boolean exhausted;

    private final Account account;

    /// Opens the input.
    ///
    /// @throws IOException when it can't be opened
    public InputPass(Source source, Parsing parsing, ExecutorService pool) throws IOException {
        this.parsing = parsing;
        this.pool = pool;
        this.in = source.open();
        this.reader = new ChunkReader(in, parsing.layout());
        this.account = new Account(parsing.vocabulary().rules());
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
                journal.append(chunk.chunk.offset(), chunk.chunk.length(), account.lines(), chunk.journalBlock);
            }
            cutter.accept(chunk);
            account.add(chunk);
            progress.accept(account.bytes());
        }
        cutter.end();
        if (journal != null) {
            journal.sync();
        }
        return account.summary();
    }

    static ChunkResult finished(Future<ChunkResult> future) throws IOException {
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

    @Override
    public void close() throws IOException {
        window.forEach(future -> future.cancel(true));
        in.close();
        if (window.isEmpty()) {
            parsing.release();
        }
    }
}
