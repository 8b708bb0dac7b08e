package dev.backbeat.app.server;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import dev.backbeat.app.engine.AnswerFolder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Works answers out, off the event loop, a few at once; keeps them while the store does not change.
/// Who asks for what is being worked on gets the same answer.
final class Answers implements AutoCloseable {

    private static final long END_SECONDS = 10;

    /// A question has been asked by then; how long its answer takes is the store's size.
    private static final Duration LONGEST_WORK = Duration.ofMinutes(5);

    /// How often what is given up is told so until it ends: a question that just begins may not have
    /// heard it.
    private static final long AGAIN_MILLIS = 50;

    /// How long what was begun before anybody asked goes on when something else is asked: a page asks
    /// several things.
    private static final long GRACE_MILLIS = 250;

    /// What takes longer to work out is kept for the next server, too.
    private static final Duration WORTH_KEEPING = Duration.ofMillis(200);

    /// The directive of a request that takes an earlier answer, and how the tag of one begins.
    private static final String EARLIER = "max-stale";

    private static final String EARLIER_TAG = "earlier-";
    private static final long MILLIS = 1_000;

    private final StoreVersion version;
    private final AnswerFolder folder;
    private final Metrics metrics;
    private final Consumer<Throwable> defects;
    private final AnswerCache cache;
    private final ThreadPoolExecutor pool;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("backbeat-patience").factory());
    private final Map<String, Work> running = new ConcurrentHashMap<>();
    private final AtomicLong givenUp = new AtomicLong();
    private volatile long lastAskedNanos = System.nanoTime();

    Answers(
            StoreVersion version,
            AnswerFolder folder,
            ServerOptions.Limits limits,
            Metrics metrics,
            Consumer<Throwable> defects) {
        this.version = version;
        this.folder = folder;
        this.metrics = metrics;
        this.defects = defects;
        this.cache = new AnswerCache(limits.mostCachedBytes());
        this.pool = new ThreadPoolExecutor(
                limits.mostParallel(),
                limits.mostParallel(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(limits.mostWaiting()),
                Thread.ofPlatform().daemon().name("backbeat-answer-", 0).factory());
    }

    /// Answers from the store, or says that the asker has the answer already.
    HttpResponse stored(Exchange exchange, Function<Asked, Reply> work) {
        long number = version.number();
        String tag = "\"" + version.tag(number) + "\"";
        if (exchange.header(HttpHeaderNames.IF_NONE_MATCH).contains(tag)) {
            return exchange.reply(tagged(new Reply(304, "", new byte[0], Map.of()), tag));
        }
        Asked asked = exchange.asked();
        Optional<Reply> known = known(number, asked.key());
        if (known.isPresent()) {
            metrics.cached(true);
            return exchange.reply(tagged(known.get(), tag));
        }
        Optional<Reply> earlier = takesEarlier(exchange) ? earlier(number, asked.key()) : Optional.empty();
        if (earlier.isPresent()) {
            metrics.cached(true);
            return exchange.reply(earlier.get());
        }
        metrics.cached(false);
        lastAskedNanos = System.nanoTime();
        exchange.context().setRequestTimeout(LONGEST_WORK);
        Work joined = join(number, asked, work);
        makeWay();
        if (joined.reply().isDone()) {
            // It was refused at once.
            running.remove(number + asked.key(), joined);
        }
        return waiting(exchange, number + asked.key(), joined, made -> made.status() == 200 ? tagged(made, tag) : made);
    }

    /// Whether an answer of an earlier state of the store will do for a start. Source: RFC 9111, 5.2.1.2.
    private static boolean takesEarlier(Exchange exchange) {
        return Arrays.stream(exchange.header(HttpHeaderNames.CACHE_CONTROL).split(","))
                .anyMatch(
                        directive -> directive.strip().toLowerCase(Locale.ROOT).startsWith(EARLIER));
    }

    /// The answer of the state that the store is in, where it is known.
    private Optional<Reply> known(long number, String question) {
        Optional<Reply> known = cache.of(number, question);
        if (known.isPresent()) {
            return known;
        }
        Optional<Reply> kept =
                folder.of(question, number).filter(AnswerFolder.Kept::isCurrent).map(Answers::reply);
        kept.ifPresent(reply -> cache.keep(number, question, reply));
        return kept;
    }

    /// The last answer, with how old it is.
    private Optional<Reply> earlier(long number, String question) {
        return folder.of(question, number)
                .map(kept -> tagged(reply(kept), "\"" + EARLIER_TAG + kept.madeMillis() + "\"")
                        .with(
                                "age",
                                Long.toString(Math.max(0, (System.currentTimeMillis() - kept.madeMillis()) / MILLIS))));
    }

    private static Reply reply(AnswerFolder.Kept kept) {
        return new Reply(200, kept.type(), kept.body(), Map.of());
    }

    /// Does something that is answered once, and in any case.
    HttpResponse once(Exchange exchange, Maker work) {
        Work one = new Work(false);
        begin(one, () -> made(work));
        return HttpResponse.of(one.reply().thenApply(exchange::reply));
    }

    /// Does something that is answered once, while the request is there.
    HttpResponse whileAsked(Exchange exchange, Maker work) {
        Work one = new Work(false);
        one.join();
        begin(one, () -> awaited(one, work));
        return waiting(exchange, "", one, made -> made);
    }

    /// Works an answer out before anybody asks. It is given up when something else is asked.
    ///
    /// @return whether it was not known, and nobody is being answered
    boolean ahead(Asked asked, Function<Asked, Reply> work) {
        long number = version.number();
        if (!running.isEmpty() || known(number, asked.key()).isPresent()) {
            return false;
        }
        String key = number + asked.key();
        Work begun = running.computeIfAbsent(key, unused -> begun(true, number, asked, work, key));
        if (begun != null && begun.reply().isDone()) {
            running.remove(key, begun);
        }
        return true;
    }

    /// Whether nobody is being answered, nor was within some time.
    boolean isIdle(Duration since) {
        return running.isEmpty() && System.nanoTime() - lastAskedNanos > since.toNanos();
    }

    /// What is being worked out already is waited for together.
    private Work join(long number, Asked asked, Function<Asked, Reply> work) {
        String key = number + asked.key();
        return Objects.requireNonNull(running.compute(key, (same, known) -> {
            if (known != null && known.join()) {
                return known;
            }
            Work fresh = begun(false, number, asked, work, key);
            fresh.join();
            return fresh;
        }));
    }

    private Work begun(boolean ahead, long number, Asked asked, Function<Asked, Reply> work, String key) {
        Work begun = new Work(ahead);
        begin(begun, () -> {
            try {
                return awaited(begun, () -> {
                    long start = System.nanoTime();
                    Reply made = work.apply(asked);
                    cache.keep(number, asked.key(), made);
                    if (made.status() == 200 && System.nanoTime() - start >= WORTH_KEEPING.toNanos()) {
                        folder.keep(asked.key(), number, made.type(), made.body());
                    }
                    return made;
                });
            } finally {
                running.remove(key, begun);
            }
        });
        return begun;
    }

    private HttpResponse waiting(Exchange exchange, String key, Work joined, UnaryOperator<Reply> finish) {
        // A request ends when it is answered, when its time is over, or when who asked has gone.
        var _ = exchange.context().log().whenComplete().thenRun(() -> {
            if (joined.part()) {
                running.remove(key, joined);
                giveUp(joined);
            }
        });
        return HttpResponse.of(joined.reply().thenApply(made -> exchange.reply(finish.apply(made))));
    }

    /// What nobody asked for is given up, unless it turns out to be what is asked next.
    private void makeWay() {
        List<Map.Entry<String, Work>> others = running.entrySet().stream()
                .filter(entry -> entry.getValue().isAhead())
                .toList();
        for (Map.Entry<String, Work> other : others) {
            later(GRACE_MILLIS, () -> {
                if (other.getValue().giveUpAhead()) {
                    running.remove(other.getKey(), other.getValue());
                    giveUp(other.getValue());
                }
            });
        }
    }

    private void giveUp(Work work) {
        if (!work.asker().hasLeft()) {
            givenUp.incrementAndGet();
        }
        work.asker().leave();
        if (!work.reply().isDone()) {
            later(AGAIN_MILLIS, () -> giveUp(work));
        }
    }

    private void later(long millis, Runnable what) {
        try {
            var _ = clock.schedule(what, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The server ends, and with it everything.
            return;
        }
    }

    private static Reply tagged(Reply reply, String tag) {
        return reply.with("etag", tag).with("cache-control", "private, no-cache");
    }

    private void begin(Work work, Supplier<Reply> maker) {
        try {
            pool.execute(() -> {
                // Whatever happens, whoever waits is told.
                Reply made = Reply.trouble(new IllegalStateException("the answer got lost"));
                try {
                    made = maker.get();
                } finally {
                    work.reply().complete(made);
                }
            });
        } catch (RejectedExecutionException e) {
            work.reply()
                    .complete(
                            Reply.trouble(429, "BUSY", "too many answers are being worked on", "ask again in a second")
                                    .with("retry-after", "1"));
        }
    }

    private Reply awaited(Work work, Maker maker) {
        return made(() -> work.asker().await(maker::reply));
    }

    private Reply made(Maker maker) {
        try {
            return maker.reply();
        } catch (RuntimeException | StackOverflowError e) {
            Reply reply = Reply.trouble(e);
            if (reply.status() == Reply.DEFECT) {
                defects.accept(e);
            }
            return reply;
        }
    }

    long cachedBytes() {
        return cache.bytes();
    }

    long givenUp() {
        return givenUp.get();
    }

    boolean isFull() {
        return pool.getQueue().remainingCapacity() == 0;
    }

    int waiting() {
        return pool.getQueue().size() + pool.getActiveCount();
    }

    /// Leaves what is known to the next server, after the store was closed.
    void leave() {
        folder.close(version.number());
    }

    @Override
    public void close() {
        running.values().forEach(this::giveUp);
        pool.shutdown();
        try {
            if (!pool.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clock.shutdownNow();
    }

    /// Makes a reply.
    @FunctionalInterface
    interface Maker {
        Reply reply();
    }
}
