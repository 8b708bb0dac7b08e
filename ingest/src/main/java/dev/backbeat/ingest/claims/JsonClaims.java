package dev.backbeat.ingest.claims;

import dev.backbeat.model.Claim.Kind;
import dev.backbeat.model.Time;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the JSON of several analyzers has in common: it says how often, how long, from when to when.
public final class JsonClaims {

    private final ReportReading report;

    /// Claims of a report.
    public JsonClaims(ReportReading report) {
        this.report = report;
    }

    /// How often something was there.
    public void count(Optional<JsonPart> part, Kind kind, @Nullable String subject) {
        count(part, kind, subject, new Range(Time.UNKNOWN, Time.UNKNOWN));
    }

    /// How often something was there, and when.
    public void count(Optional<JsonPart> part, Kind kind, @Nullable String subject, Range range) {
        part.ifPresent(found -> found.whole()
                .ifPresent(number -> report.claim(kind)
                        .of(subject)
                        .count(number)
                        .between(range.start(), range.end())
                        .at(found)));
    }

    /// How many entries something has; not where the report is cut within it.
    public void entries(Optional<JsonPart> part, Kind kind) {
        part.filter(JsonPart::isWhole)
                .filter(JsonPart::isObject)
                .ifPresent(found ->
                        report.claim(kind).count(found.entries().size()).at(found));
    }

    /// How long one of several took.
    public void took(JsonPart part, Kind kind, String subject, @Nullable String text, long endNanos) {
        part.millis()
                .ifPresent(span -> report.claim(kind)
                        .of(subject)
                        .text(text)
                        .lasting(span)
                        .between(Time.UNKNOWN, endNanos)
                        .each()
                        .at(part));
    }

    /// A word about something.
    public void word(Optional<JsonPart> part, Kind kind, @Nullable String subject) {
        part.ifPresent(found -> found.text()
                .ifPresent(text -> report.claim(kind).of(subject).text(text).at(found)));
    }

    /// From when to when the session was, in entries with these names.
    public void session(JsonPart part, String first, String last, String duration) {
        Range range = new Range(part.instantAt(first), part.instantAt(last));
        if (Time.isKnown(range.start())) {
            report.startsAt(range.start());
            part.at(first)
                    .ifPresent(found -> report.claim(Kind.SESSION_START)
                            .between(range.start(), Time.UNKNOWN)
                            .at(found));
        }
        if (Time.isKnown(range.end())) {
            report.endsAt(range.end());
            part.at(last)
                    .ifPresent(found -> report.claim(Kind.SESSION_END)
                            .between(Time.UNKNOWN, range.end())
                            .at(found));
        }
        part.at(duration)
                .ifPresent(found -> found.millis()
                        .ifPresent(span -> report.claim(Kind.SESSION_DURATION)
                                .lasting(span)
                                .at(found)));
    }

    /// How long the mounts of a plugin took; each ended when the same one of its successes was, where
    /// there are as many.
    public void mountDurations(JsonPart plugin) {
        List<JsonPart> durations = plugin.elementsAt("durations");
        List<JsonPart> mounted = plugin.elementsAt("successTimestamps");
        for (int i = 0; i < durations.size(); i++) {
            long end = durations.size() == mounted.size() ? mounted.get(i).instantNanos() : Time.UNKNOWN;
            took(durations.get(i), Kind.PLUGIN_MOUNT_DURATION, plugin.name(), null, end);
        }
    }

    /// Silences.
    public void gaps(List<JsonPart> gaps) {
        for (JsonPart gap : gaps) {
            gap.at("durationMs")
                    .ifPresent(part -> part.millis()
                            .ifPresent(span -> report.claim(Kind.GAP)
                                    .lasting(span)
                                    .between(gap.instantAt("start"), gap.instantAt("end"))
                                    .at(part)));
        }
    }
}
