package dev.backbeat.app.server;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ShuttingDownException;
import com.linecorp.armeria.common.stream.ClosedStreamException;
import com.linecorp.armeria.server.HttpResponseException;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is said where a request never came to its endpoint, or did not come back: never a stack trace.
final class Faults implements ServerErrorHandler {

    private final Consumer<Throwable> defects;

    Faults(Consumer<Throwable> defects) {
        this.defects = defects;
    }

    @Override
    public HttpResponse onServiceException(ServiceRequestContext context, Throwable cause) {
        return reply(cause).response(Gate.always(), false);
    }

    private Reply reply(Throwable cause) {
        if (cause instanceof RequestTimeoutException) {
            return Reply.trouble(
                    503, "TIMEOUT", "the request took too long", "ask for less, with `from` and `to` or another scope");
        }
        if (isTooLarge(cause)) {
            return Reply.trouble(413, "TOO_LARGE", "the body is too large", "send it in several parts");
        }
        if (cause instanceof ShuttingDownException) {
            return Reply.trouble(503, "ENDING", "the server ends", "ask again when it is back");
        }
        if (cause instanceof HttpStatusException known) {
            return unanswerable(known.httpStatus());
        }
        if (cause instanceof HttpResponseException || cause instanceof ClosedStreamException) {
            return unanswerable(HttpStatus.BAD_REQUEST);
        }
        Reply reply = Reply.trouble(cause);
        if (reply.status() == Reply.DEFECT) {
            defects.accept(cause);
        }
        return reply;
    }

    @Override
    public AggregatedHttpResponse renderStatus(
            @Nullable ServiceRequestContext context,
            ServiceConfig config,
            @Nullable RequestHeaders headers,
            HttpStatus status,
            @Nullable String description,
            @Nullable Throwable cause) {
        return unanswerable(status).response(Gate.always(), false).aggregate().join();
    }

    private static Reply unanswerable(HttpStatus status) {
        String code = status.equals(HttpStatus.REQUEST_ENTITY_TOO_LARGE) ? "TOO_LARGE" : "HTTP";
        return Reply.trouble(
                status.code(),
                code,
                "this is no request that can be answered",
                "`/api/openapi.json` lists what there is");
    }

    /// Whether the size of the body is what lies at the bottom of it.
    static boolean isTooLarge(Throwable trouble) {
        return Stream.iterate(trouble, cause -> cause != null, Throwable::getCause)
                .anyMatch(ContentTooLargeException.class::isInstance);
    }
}
