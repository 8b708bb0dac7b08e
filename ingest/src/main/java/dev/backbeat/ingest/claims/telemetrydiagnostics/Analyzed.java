package dev.backbeat.ingest.claims.telemetrydiagnostics;

import dev.backbeat.ingest.claims.JsonClaims;
import dev.backbeat.ingest.claims.JsonPart;
import dev.backbeat.ingest.claims.Range;
import dev.backbeat.ingest.claims.ReportReading;
import dev.backbeat.model.Claim.Kind;
import java.util.List;
import java.util.Optional;

/// The claims of what `LogAnalyzer` made of a log.
final class Analyzed {

    /// What the tool calls a log that it was given no name of.
    private static final String UNNAMED = "console-log";

    private final ReportReading report;
    private final JsonClaims claims;

    Analyzed(ReportReading report) {
        this.report = report;
        this.claims = new JsonClaims(report);
    }

    void read(JsonPart part) {
        part.at("file")
                .flatMap(JsonPart::text)
                .filter(file -> !file.equals(UNNAMED))
                .ifPresent(report::about);
        claims.count(part.at("totalLines"), Kind.LINES, null);
        claims.session(part, "earliest", "latest", "durationMs");
        Optional<JsonPart> plugins = part.at("pluginMounts", "byPlugin");
        claims.entries(plugins, Kind.PLUGIN_COUNT);
        plugins.map(JsonPart::entries).orElse(List.of()).forEach(this::plugin);
        claims.entries(part.at("sequences"), Kind.SEQUENCE_COUNT);
        part.at("sequences").map(JsonPart::entries).orElse(List.of()).forEach(this::sequence);
        claims.entries(part.at("topics"), Kind.TOPIC_COUNT);
        part.at("topics").map(JsonPart::entries).orElse(List.of()).forEach(this::topic);
        claims.gaps(
                part.at("performance").map(found -> found.elementsAt("gaps")).orElse(List.of()));
    }

    private void plugin(JsonPart plugin) {
        List<JsonPart> times = plugin.elementsAt("successTimestamps");
        Range mounted = Range.of(times);
        plugin.at("successTimestamps")
                .filter(JsonPart::isWhole)
                .ifPresent(list -> report.claim(Kind.PLUGIN_MOUNTED)
                        .of(plugin.name())
                        .count(times.size())
                        .between(mounted.start(), mounted.end())
                        .at(list));
        claims.mountDurations(plugin);
    }

    private void sequence(JsonPart sequence) {
        String name = sequence.at("name").flatMap(JsonPart::text).orElse(sequence.name());
        Range registered = Range.of(sequence.elementsAt("timestamps"));
        claims.count(sequence.at("count"), Kind.SEQUENCE_REGISTRATIONS, name, registered);
        claims.word(sequence.at("id"), Kind.SEQUENCE_ID, name);
    }

    private void topic(JsonPart topic) {
        Range seen = new Range(topic.instantAt("firstSeen"), topic.instantAt("lastSeen"));
        claims.count(topic.at("count"), Kind.TOPIC_SUBSCRIPTIONS, topic.name(), seen);
    }
}
