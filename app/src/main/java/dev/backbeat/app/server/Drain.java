package dev.backbeat.app.server;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpObject;
import com.linecorp.armeria.common.HttpRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// Reads a body that nobody wants and forgets it: a client that is answered while it still sends takes that
/// for a broken connection and never sees why it was refused.
final class Drain implements Subscriber<HttpObject> {

    /// Whoever sends more than this is answered at once.
    private static final long MOST_BYTES = 64 << 10;

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable Subscription subscription;
    private long bytes;

    private Drain() {}

    /// Done when the body has ended, broken off or become too long to wait for.
    static CompletableFuture<Void> of(HttpRequest request) {
        Drain drain = new Drain();
        request.subscribe(drain);
        return drain.done;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(HttpObject part) {
        bytes += part instanceof HttpData data ? data.length() : 0;
        if (bytes > MOST_BYTES) {
            done.complete(null);
        } else if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable trouble) {
        done.complete(null);
    }

    @Override
    public void onComplete() {
        done.complete(null);
    }
}
