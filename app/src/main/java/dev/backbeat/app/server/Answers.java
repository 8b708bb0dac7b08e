package dev.backbeat.app.server;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import dev.backbeat.model.BackbeatException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/// Works answers out, off the event loop, a few at once; keeps them while the store does not change. Who asks for
/// what is being worked on gets the same answer.
final class Answers implements AutoCloseable {

    private static final long END_SECONDS = 10;

    /// A question has been asked by then; how long its answer takes is the store's size.
    private static final Duration LONGEST_WORK = Duration.ofMinutes(5);

    private final StoreVersion version;
    private final Metrics metrics;
    private final Consumer<Throwable> defects;
    private final AnswerCache cache;
    private final ThreadPoolExecutor pool;
    private final Map<String, CompletableFuture<Reply>> running = new ConcurrentHashMap<>();

    Answers(StoreVersion version, ServerOptions.Limits limits, Metrics metrics, Consumer<Throwable> defects) {
        this.version = version;
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
        String question = exchange.asked().key();
        Optional<Reply> known = cache.of(number, question);
        if (known.isPresent()) {
            metrics.cached(true);
            return exchange.reply(tagged(known.get(), tag));
        }
        metrics.cached(false);
        exchange.context().setRequestTimeout(LONGEST_WORK);
        CompletableFuture<Reply> reply = running.computeIfAbsent(number + question, key -> {
            CompletableFuture<Reply> worked = work(() -> {
                Reply made = work.apply(exchange.asked());
                cache.keep(number, question, made);
                return made;
            });
            return worked;
        });
        CompletableFuture<Void> gone = reply.handle((made, trouble) -> {
            running.remove(number + question);
            return null;
        });
        return HttpResponse.of(gone.thenCombine(
                reply, (none, made) -> exchange.reply(made.status() == 200 ? tagged(made, tag) : made)));
    }

    /// Does something that is answered once.
    HttpResponse once(Exchange exchange, Work work) {
        return HttpResponse.of(work(work).thenApply(exchange::reply));
    }

    private static Reply tagged(Reply reply, String tag) {
        return reply.with("etag", tag).with("cache-control", "private, no-cache");
    }

    private CompletableFuture<Reply> work(Work work) {
        try {
            return CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return work.reply();
                        } catch (BackbeatException e) {
                            return told(e);
                        } catch (RuntimeException | StackOverflowError e) {
                            return told(e);
                        }
                    },
                    pool);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(
                    Reply.trouble(429, "BUSY", "too many answers are being worked on", "ask again in a second")
                            .with("retry-after", "1"));
        }
    }

    private Reply told(Throwable trouble) {
        Reply reply = Reply.trouble(trouble);
        if (reply.status() == Reply.DEFECT) {
            defects.accept(trouble);
        }
        return reply;
    }

    long cachedBytes() {
        return cache.bytes();
    }

    boolean isFull() {
        return pool.getQueue().remainingCapacity() == 0;
    }

    int waiting() {
        return pool.getQueue().size() + pool.getActiveCount();
    }

    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Makes a reply.
    @FunctionalInterface
    interface Work {
        Reply reply();
    }
}
