package dev.backbeat.app.live;

import dev.backbeat.app.engine.AnalyzeRequest;
import dev.backbeat.app.engine.LocalEngine;
import dev.backbeat.app.ingest.InputReport;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.store.StoredInput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Brings logs that grew into the store, on a thread of its own, and rests between the rounds: what came
/// meanwhile is read at once, which costs less than reading it line by line. A second thread ties handlers
/// that were new to code, which may take seconds; logs are read meanwhile.
public final class LiveReader implements AutoCloseable {

    private static final long JOIN_SECONDS = 30;

    /// Looking for what is new costs a question.
    private static final long MAPPING_RESTS_MILLIS = 500;

    /// After how long a full disk may have room again.
    private static final long RETRY_SECONDS = 5;

    private final LocalEngine engine;
    private final LiveLogs logs;
    private final AnalyzeRequest manner;
    private final LiveLimits limits;
    private final Listener listener;
    private final Semaphore growth = new Semaphore(0);
    private final AtomicLong rounds = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong workNanos = new AtomicLong();
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private final Thread mapping;

    /// Why logs could not be read, until they are; said once as long as it stays the same.
    private final Map<LiveLog, BackbeatException> troubles = new HashMap<>();

    private volatile boolean closing;

    /// Is told what became of readings.
    ///
    /// @param changed the store holds something else than before
    /// @param failed a log could not be read
    public record Listener(Runnable changed, Consumer<BackbeatException> failed) {}

    private LiveReader(LocalEngine engine, LiveLogs logs, AnalyzeRequest manner, LiveLimits limits, Listener listener) {
        this.engine = engine;
        this.logs = logs;
        this.manner = manner;
        this.limits = limits;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("backbeat-live").unstarted(this::run);
        this.mapping = Thread.ofPlatform().daemon().name("backbeat-mapping").unstarted(this::map);
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
        // Who was killed may have read what it did not get to tie.
        reader.news.release();
        reader.thread.start();
        reader.mapping.start();
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
                awaitGrowth();
                long begun = System.nanoTime();
                logs.all().stream().filter(LiveLog::takeDirty).forEach(this::read);
                rest(System.nanoTime() - begun);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until a log grew, or until it is time to try again what failed for a reason outside of the logs.
    private void awaitGrowth() throws InterruptedException {
        boolean again = troubles.values().stream().anyMatch(trouble -> trouble.code() == ErrorCode.ENVIRONMENT);
        if (growth.tryAcquire(again ? RETRY_SECONDS : Long.MAX_VALUE, TimeUnit.SECONDS)) {
            growth.drainPermits();
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
            troubles.remove(log);
            if (!report.isKnown()) {
                listener.changed().run();
                news.release();
            }
        } catch (BackbeatException e) {
            failed(log, e);
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it is, other logs go on.
            failed(
                    log,
                    BackbeatException.of(ErrorCode.INTERNAL, "`%s` can't be read: %s".formatted(log.name(), e))
                            .causedBy(e));
        }
    }

    private void map() {
        try {
            while (!closing) {
                news.acquire();
                news.drainPermits();
                mapOnce();
                TimeUnit.MILLISECONDS.sleep(MAPPING_RESTS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void mapOnce() {
        try {
            if (!closing && engine.mapNew()) {
                listener.changed().run();
            }
        } catch (BackbeatException e) {
            notMapped(e);
        } catch (RuntimeException | Error e) {
            // Whatever it is, what is new next is tied again.
            notMapped(BackbeatException.of(ErrorCode.INTERNAL, "handlers can't be tied to code: " + e)
                    .causedBy(e));
        }
    }

    private void notMapped(BackbeatException trouble) {
        if (!closing) {
            listener.failed().accept(trouble);
        }
    }

    /// What could not be read is tried again when anything is sent, and after a while.
    private void failed(LiveLog log, BackbeatException trouble) {
        log.soil();
        failures.incrementAndGet();
        BackbeatException before = troubles.put(log, trouble);
        if (before == null || !String.valueOf(before.getMessage()).equals(trouble.getMessage())) {
            listener.failed().accept(trouble);
        }
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
        news.release();
        if (thread.getState() == Thread.State.TIMED_WAITING) {
            thread.interrupt();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(JOIN_SECONDS));
            if (mapping.getState() == Thread.State.TIMED_WAITING) {
                mapping.interrupt();
            }
            mapping.join(TimeUnit.SECONDS.toMillis(JOIN_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
