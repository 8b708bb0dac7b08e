package dev.backbeat.app.server;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Events as RenderX posts them to its host, as lines of a log: one each, with all they say.
final class Telemetry {

    static final String SOURCE = "telemetry";
    static final String FORMAT = "conductor-recorder";

    private static final int MOST_EVENTS = 1_000;
    private static final String SHAPE = "an event is {\"eventType\": …, \"payload\": …}";

    /// @param lines one an event
    record Read(byte[] lines, int events) {}

    private Telemetry() {}

    static Read event(byte[] json) {
        return new Read(line(tree(json), "").getBytes(StandardCharsets.UTF_8), 1);
    }

    static Read batch(byte[] json) {
        JsonNode batch = tree(json);
        JsonNode events = batch.path("events");
        if (!events.isArray() || events.size() > MOST_EVENTS) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE, "a batch has an array `events` of at most %,d".formatted(MOST_EVENTS), SHAPE);
        }
        StringBuilder lines = new StringBuilder();
        for (JsonNode event : events) {
            lines.append(line(event, batch.path("sessionId").asString("")));
        }
        return new Read(lines.toString().getBytes(StandardCharsets.UTF_8), events.size());
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.tree(json);
        } catch (JacksonException e) {
            throw BackbeatException.withHint(ErrorCode.USAGE, "the body is no JSON", SHAPE)
                    .causedBy(e);
        }
    }

    private static String line(JsonNode event, String session) {
        String type = event.path("eventType").asString("");
        if (!event.isObject() || type.isBlank()) {
            throw BackbeatException.withHint(ErrorCode.USAGE, "an event has no `eventType`", SHAPE);
        }
        StringBuilder line = new StringBuilder();
        line.append('[').append(time(event.path("timestamp").asString(""))).append("] INFO telemetry ");
        line.append(plain(type));
        word(line, "session", session);
        word(line, "source", event.path("source").asString(""));
        word(line, "correlation", event.path("correlationId").asString(""));
        if (!event.path("payload").isMissingNode()) {
            line.append(" payload=").append(plain(Json.line(event.path("payload"))));
        }
        return line.append('\n').toString();
    }

    private static void word(StringBuilder line, String name, String value) {
        if (!value.isBlank()) {
            line.append(' ').append(name).append('=').append(plain(value));
        }
    }

    /// In one line: what would end it becomes a space.
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    }

    private static String time(String said) {
        Instant time;
        try {
            time = Instant.parse(said);
        } catch (DateTimeException e) {
            time = Instant.now();
        }
        String text = time.truncatedTo(ChronoUnit.MILLIS).toString();
        return text.contains(".") ? text : text.replace("Z", ".000Z");
    }
}
