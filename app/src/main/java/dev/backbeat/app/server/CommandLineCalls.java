package dev.backbeat.app.server;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import dev.backbeat.app.engine.Engine;
import dev.backbeat.app.remote.Calls;
import dev.backbeat.app.remote.RemoteEngine;
import dev.backbeat.app.remote.Serving;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Answers the command line of the user who runs the server. Whoever asks has to know the key that is
/// in the file beside the store, which nobody else can read; the token of the server is not enough.
final class CommandLineCalls {

    private static final long MOST_BODY_BYTES = 256L << 20;

    private final Engine engine;
    private final Answers answers;
    private final AtomicReference<Serving> serving;
    private final Consumer<Throwable> defects;
    private final Runnable changed;

    /// @param changed is run when what was asked has written
    CommandLineCalls(
            Engine engine,
            Answers answers,
            AtomicReference<Serving> serving,
            Consumer<Throwable> defects,
            Runnable changed) {
        this.engine = engine;
        this.answers = answers;
        this.serving = serving;
        this.defects = defects;
        this.changed = changed;
    }

    /// Not in the document: it is no way in for programs.
    Endpoint endpoint() {
        return new Endpoint(
                "POST",
                RemoteEngine.PATH,
                "answers the command line",
                List.of(),
                Endpoint.Shape.OBJECT,
                Endpoint.Body.NONE,
                false,
                true,
                this::serve);
    }

    private HttpResponse serve(Exchange exchange) {
        Serving own = serving.get();
        byte[] said = exchange.header(RemoteEngine.KEY).getBytes(StandardCharsets.UTF_8);
        if (own == null || !MessageDigest.isEqual(said, own.key().getBytes(StandardCharsets.UTF_8))) {
            Reply refused = Reply.trouble(401, "KEY", "this is for the command line alone", null);
            return HttpResponse.of(Drain.of(exchange.request()).thenApply(_ -> exchange.reply(refused)));
        }
        exchange.context().setMaxRequestLength(MOST_BODY_BYTES);
        exchange.context().setRequestTimeout(RemoteEngine.LONGEST);
        return HttpResponse.of(exchange.request().aggregate().thenApply(read -> answered(exchange, read)));
    }

    /// What writes is done in any case; a question only while the one who asks is there.
    private HttpResponse answered(Exchange exchange, AggregatedHttpRequest read) {
        try {
            return Calls.writes(read.content().array())
                    ? answers.once(exchange, () -> reply(read))
                    : answers.whileAsked(exchange, () -> reply(read));
        } catch (IOException e) {
            return exchange.reply(Reply.trouble(400, "USAGE", "this is no question", null));
        }
    }

    private Reply reply(AggregatedHttpRequest read) {
        try {
            byte[] question = read.content().array();
            byte[] answer = Calls.ask(engine, question);
            if (Calls.writes(question)) {
                changed.run();
            }
            return new Reply(200, "application/octet-stream", answer, Map.of("cache-control", Reply.NO_STORE));
        } catch (IOException e) {
            defects.accept(e);
            return Reply.trouble(e);
        }
    }
}
