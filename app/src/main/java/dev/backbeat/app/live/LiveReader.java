package dev.backbeat.app.live;

import dev.backbeat.app.engine.AnalyzeRequest;
import dev.backbeat.app.engine.LocalEngine;
import dev.backbeat.app.ingest.InputReport;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.store.StoredInput;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Brings logs that grew into the store, on a thread of its own, and rests between the rounds: what came
/// meanwhile is read at once, which costs less than reading it line by line.
public final class LiveReader implements AutoCloseable {

    private static final long JOIN_SECONDS = 30;

    private final LocalEngine engine;
    private final LiveLogs logs;
    private final AnalyzeRequest manner;
    private final LiveLimits limits;
    private final Listener listener;
    private final Semaphore growth = new Semaphore(0);
    private final AtomicLong rounds = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong workNanos = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;

    /// Is told what became of readings.
    ///
    /// @param changed the store holds something else than before
    /// @param failed a log could not be read
    public record Listener(Consumer<InputReport> changed, Consumer<BackbeatException> failed) {}

    private LiveReader(LocalEngine engine, LiveLogs logs, AnalyzeRequest manner, LiveLimits limits, Listener listener) {
        this.engine = engine;
        this.logs = logs;
        this.manner = manner;
        this.limits = limits;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("backbeat-live").unstarted(this::run);
    }

    /// Begins to read: first what grew while nobody read, then what is sent.
    ///
    /// @param manner how inputs are read; its paths are not
    public static LiveReader start(
            LocalEngine engine, LiveLogs logs, AnalyzeRequest manner, LiveLimits limits, Listener listener) {
        LiveReader reader = new LiveReader(engine, logs, manner, limits, listener);
        reader.findUnread();
        logs.onGrowth(reader.growth::release);
        reader.growth.release();
        reader.thread.start();
        return reader;
    }

    private void findUnread() {
        Map<String, Long> read = engine.storedInputs().stream()
                .collect(Collectors.toMap(StoredInput::name, StoredInput::bytes, Math::max));
        for (LiveLog log : logs.all()) {
            if (log.storedBytes() > read.getOrDefault(log.name(), 0L)) {
                log.soil();
            }
        }
    }

    private void run() {
        try {
            while (!closing) {
                growth.acquire();
                growth.drainPermits();
                long begun = System.nanoTime();
                logs.all().stream().filter(LiveLog::takeDirty).forEach(this::read);
                rest(System.nanoTime() - begun);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest(long tookNanos) throws InterruptedException {
        workNanos.addAndGet(tookNanos);
        TimeUnit.NANOSECONDS.sleep(limits.pause().toNanos());
    }

    private void read(LiveLog log) {
        if (closing) {
            return;
        }
        rounds.incrementAndGet();
        try {
            if (log.bytes() == 0) {
                return;
            }
            InputReport report = engine.grown(log, of(manner, log.format()));
            if (!report.isKnown()) {
                listener.changed().accept(report);
            }
        } catch (BackbeatException e) {
            failed(log, e);
        } catch (IOException | RuntimeException e) {
            // Whatever it is, other logs go on.
            failed(
                    log,
                    BackbeatException.of(ErrorCode.INTERNAL, "`%s` can't be read: %s".formatted(log.name(), e))
                            .causedBy(e));
        }
    }

    /// What could not be read is tried again when anything is sent.
    private void failed(LiveLog log, BackbeatException trouble) {
        log.soil();
        failures.incrementAndGet();
        listener.failed().accept(trouble);
    }

    private static AnalyzeRequest of(AnalyzeRequest manner, String format) {
        return new AnalyzeRequest(
                manner.folder(),
                manner.paths(),
                format,
                manner.builds(),
                manner.code(),
                manner.coverage(),
                manner.redaction(),
                manner.gapNanos(),
                manner.top());
    }

    /// How often logs were read.
    public long rounds() {
        return rounds.get();
    }

    /// How often they could not be.
    public long failures() {
        return failures.get();
    }

    /// How long reading took in all.
    public long workNanos() {
        return workNanos.get();
    }

    /// Stops after the log that is being read; what grew since is read by the next server.
    @Override
    public void close() {
        closing = true;
        growth.release();
        if (thread.getState() == Thread.State.TIMED_WAITING) {
            thread.interrupt();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(JOIN_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
