package dev.backbeat.app.ingest;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.store.Store;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/// The logs that grow while somebody reads them, each read on from where it was. For one thread at a time.
public final class GrowingInputs implements AutoCloseable {

    private final Map<String, GrowingInput> open = new HashMap<>();
    private final ExecutorService pool = Ingest.pool();

    /// Reads a log that has grown, on from where it was read to: the store then holds what it would hold
    /// if the log had been read at once. The first time it is read whole, and so it is each time while a
    /// session of it stands in it twice, or in another input too.
    ///
    /// @throws dev.backbeat.model.BackbeatException `INPUT` when it can't be read; then the store holds
    ///     what it held before, and the next time it is read whole
    public InputReport grown(Store store, Ingest.Manner manner, KeptLog log) {
        try {
            return read(store, manner, log);
        } catch (BackbeatException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            // Another input took over all of its sessions, and it went with them.
            return read(store, manner, log);
        }
    }

    private InputReport read(Store store, Ingest.Manner manner, KeptLog log) {
        GrowingInput input = open.computeIfAbsent(log.name(), name -> GrowingInput.begin(log, store));
        boolean done = false;
        try {
            InputReport report = input.advance(store, manner, pool, now());
            done = true;
            return report;
        } catch (GrowingInput.TwoSaves e) {
            return Ingest.grown(store, manner, log);
        } catch (IOException e) {
            throw InputOpening.unreadable(log.name(), e);
        } finally {
            if (!done) {
                open.remove(log.name());
                input.close();
            }
        }
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public void close() {
        pool.shutdownNow();
        open.values().forEach(GrowingInput::close);
        open.clear();
    }
}
