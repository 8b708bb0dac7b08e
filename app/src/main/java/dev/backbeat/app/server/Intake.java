package dev.backbeat.app.server;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import dev.backbeat.app.live.LiveLogs;
import dev.backbeat.app.live.LiveTrouble;
import dev.backbeat.app.live.Taking;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Takes what is sent: lines of logs, and telemetry as RenderX sends it.
final class Intake {

    private static final Set<String> LINES = Set.of("text/plain", "application/octet-stream", "");
    private static final Set<String> JSON = Set.of(Reply.JSON, "text/plain");
    private static final String SOURCE = "default";
    private static final int MOST_OF_NAME = 64;
    private static final Pattern AT = Pattern.compile("-1|\\d{1,15}");

    private final LiveLogs logs;
    private final Answers answers;
    private final Metrics metrics;
    private final ServerOptions.Limits limits;

    Intake(LiveLogs logs, Answers answers, Metrics metrics, ServerOptions.Limits limits) {
        this.logs = logs;
        this.answers = answers;
        this.metrics = metrics;
        this.limits = limits;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.writing(
                        "/api/ingest",
                        "takes lines of a log; they are on the disk when it answers, and in the answers soon after",
                        List.of(
                                new Parameter(
                                        "source",
                                        Parameter.Place.QUERY,
                                        "string",
                                        "which log they continue",
                                        SOURCE,
                                        "shop",
                                        false),
                                Parameter.text(
                                        "format",
                                        "their format, where it can't be told from the first lines",
                                        "conductor-recorder"),
                                Parameter.text(
                                        "sender",
                                        "who sends, where several may: each goes on with a log of its own, `<source>.2`"
                                                + " and so on, while others send to the source too",
                                        "k3jx8"),
                                Parameter.text(
                                        "at",
                                        "how many bytes the sender sent to the source before: what it sends again,"
                                                + " because an answer got lost, is taken once",
                                        "1200"),
                                Parameter.text(
                                        "ends",
                                        "`true` where the sender sends no more: the next one goes on with its log",
                                        "true")),
                        Endpoint.Body.LINES,
                        this::lines),
                Endpoint.writing(
                        "/api/telemetry/event",
                        "takes one event as RenderX records it",
                        List.of(),
                        Endpoint.Body.JSON,
                        exchange -> json(exchange, Telemetry::event)),
                Endpoint.writing(
                        "/api/telemetry/batch",
                        "takes several events as RenderX records them",
                        List.of(),
                        Endpoint.Body.JSON,
                        exchange -> json(exchange, Telemetry::batch)));
    }

    private HttpResponse lines(Exchange exchange) {
        if (!LINES.contains(exchange.contentType())) {
            return exchange.reply(otherType("lines are `text/plain`"));
        }
        return body(exchange, text -> {
            Asked asked = exchange.asked();
            Optional<LiveLogs.From> from = from(asked);
            boolean goodbye = from.filter(LiveLogs.From::ends).isPresent();
            if (text.length == 0 && !goodbye) {
                return Reply.trouble(400, "USAGE", "no line was sent", "send lines as the body");
            }
            String source = asked.text("source").orElse(SOURCE);
            String format = asked.text("format").orElse(null);
            Taking taking = from.map(sender -> logs.take(source, format, sender, text))
                    .orElseGet(() -> logs.take(source, format, text));
            metrics.taken(taking);
            return reply(taking, taken -> taken);
        });
    }

    private static Optional<LiveLogs.From> from(Asked asked) {
        String at = asked.text("at").orElse("-1");
        if (!AT.matcher(at).matches()) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE, "`at=%s` is no number of bytes".formatted(at), "send digits, or leave it out");
        }
        if (asked.text("sender")
                .filter(sender -> sender.length() > MOST_OF_NAME)
                .isPresent()) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "the name of a sender is longer than %d characters".formatted(MOST_OF_NAME),
                    "any short text that no other sender has will do");
        }
        boolean ends = asked.text("ends").map("true"::equals).orElse(false);
        return asked.text("sender").map(sender -> new LiveLogs.From(sender, Long.parseLong(at), ends));
    }

    private HttpResponse json(Exchange exchange, Function<byte[], Telemetry.Read> reader) {
        if (!JSON.contains(exchange.contentType())) {
            return exchange.reply(otherType("events are `application/json`"));
        }
        return body(exchange, text -> {
            Telemetry.Read read = reader.apply(text);
            if (read.lines().length == 0) {
                return Reply.json(Map.of("success", true, "message", "there was no event"));
            }
            Taking taking = logs.take(Telemetry.SOURCE, Telemetry.FORMAT, read.lines());
            metrics.taken(taking);
            return reply(
                    taking,
                    taken -> Map.of(
                            "success",
                            true,
                            "recordId",
                            taken.source() + ":" + taken.offset(),
                            "events",
                            read.events()));
        });
    }

    private static Reply otherType(String message) {
        return Reply.trouble(415, "TYPE", message, "say so in `Content-Type`");
    }

    private static Reply reply(Taking taking, Function<Taking.Taken, Object> shown) {
        return switch (taking) {
            case Taking.Taken taken -> Reply.json(shown.apply(taken));
            case LiveTrouble trouble ->
                Reply.trouble(
                        switch (trouble.kind()) {
                            case SOURCE_FULL -> 413;
                            case TOO_MANY_SOURCES -> 429;
                            case OTHER_FORMAT, FOLLOWED -> 409;
                        },
                        trouble.kind().name(),
                        trouble.message(),
                        trouble.hint());
        };
    }

    /// Reads the body, then works on it off the event loop.
    private HttpResponse body(Exchange exchange, Function<byte[], Reply> work) {
        return HttpResponse.of(exchange.request()
                .aggregate()
                .handle((read, trouble) -> trouble == null
                        ? answers.once(exchange, () -> decoded(exchange, read, work))
                        : exchange.reply(unread(trouble))));
    }

    private Reply unread(Throwable trouble) {
        return Faults.isTooLarge(trouble)
                ? tooLarge(limits.mostBodyBytes())
                : Reply.trouble(400, "USAGE", "the body ended early", "send it again");
    }

    private static Reply tooLarge(long most) {
        return Reply.trouble(
                413, "TOO_LARGE", "the body is larger than %,d bytes".formatted(most), "send it in several parts");
    }

    private Reply decoded(Exchange exchange, AggregatedHttpRequest read, Function<byte[], Reply> work) {
        byte[] body = read.content().array();
        String encoding = exchange.header(HttpHeaderNames.CONTENT_ENCODING).strip();
        if (encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
            return work.apply(body.clone());
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            return otherType("a body may be compressed with `gzip` alone");
        }
        Optional<byte[]> text;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] inflated = in.readNBytes(limits.mostTextBytes() + 1);
            text = inflated.length > limits.mostTextBytes() ? Optional.empty() : Optional.of(inflated);
        } catch (IOException e) {
            return Reply.trouble(400, "USAGE", "the body is no gzip", "send it again, or uncompressed");
        }
        return text.map(work).orElseGet(() -> tooLarge(limits.mostTextBytes()));
    }
}
