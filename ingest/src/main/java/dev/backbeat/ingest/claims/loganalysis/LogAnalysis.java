package dev.backbeat.ingest.claims.loganalysis;

import dev.backbeat.ingest.claims.JsonClaims;
import dev.backbeat.ingest.claims.JsonPart;
import dev.backbeat.ingest.claims.Range;
import dev.backbeat.ingest.claims.ReportReading;
import dev.backbeat.model.Claim.Kind;
import dev.backbeat.model.Time;
import java.util.List;
import java.util.Optional;

/// The claims of one such report.
final class LogAnalysis {

    private final ReportReading report;
    private final JsonClaims claims;

    LogAnalysis(ReportReading report) {
        this.report = report;
        this.claims = new JsonClaims(report);
    }

    void read(JsonPart root) {
        root.at("file").flatMap(JsonPart::text).ifPresent(report::about);
        claims.count(root.at("totalLines"), Kind.LINES, null);
        claims.session(root, "earliest", "latest", "durationMs");
        root.at("pluginMounts").ifPresent(this::mounts);
        root.at("sequences").ifPresent(this::sequences);
        root.at("topics").ifPresent(this::topics);
        claims.count(root.at("css", "injectTopics"), Kind.TOPIC_SUBSCRIPTIONS, "*css:inject*");
        claims.count(root.at("css", "controlPanelEvents"), Kind.TOPIC_SUBSCRIPTIONS, "control:panel:css:*");
        root.at("beats").ifPresent(beats -> runs(beats, Kind.BEAT_RUNS));
        root.at("movements").ifPresent(movements -> runs(movements, Kind.MOVEMENT_RUNS));
        claims.gaps(root.at("performance").map(part -> part.elementsAt("gaps")).orElse(List.of()));
        root.at("build").ifPresent(this::build);
        root.elementsAt("alerts").forEach(this::alert);
        root.at("_ctx").ifPresent(state -> state.silent("state of the analyzer"));
    }

    private void mounts(JsonPart mounts) {
        claims.count(mounts.at("attempts"), Kind.MOUNT_ATTEMPTS, null);
        claims.count(mounts.at("successes"), Kind.PLUGIN_MOUNTED, null);
        claims.entries(mounts.at("byPlugin"), Kind.PLUGIN_COUNT);
        for (JsonPart plugin : entries(mounts.at("byPlugin"))) {
            Range open = Range.of(plugin.elementsAt("attemptTimestamps"));
            Range mounted = Range.of(plugin.elementsAt("successTimestamps"));
            claims.count(plugin.at("attempts"), Kind.MOUNT_ATTEMPTS, plugin.name(), open);
            claims.count(plugin.at("successes"), Kind.PLUGIN_MOUNTED, plugin.name(), mounted);
            claims.mountDurations(plugin);
        }
    }

    private void sequences(JsonPart sequences) {
        claims.count(sequences.at("registered"), Kind.SEQUENCE_REGISTRATIONS, null);
        claims.entries(sequences.at("byName"), Kind.SEQUENCE_COUNT);
        for (JsonPart sequence : entries(sequences.at("details"))) {
            Range registered = Range.of(sequence.elementsAt("timestamps"));
            claims.count(sequence.at("count"), Kind.SEQUENCE_REGISTRATIONS, sequence.name(), registered);
            details(sequence);
        }
        for (JsonPart sequence : entries(sequences.at("byName"))) {
            boolean told = sequences
                    .at("details", sequence.name())
                    .flatMap(details -> details.at("count"))
                    .filter(sequence::saysSameAs)
                    .isPresent();
            if (told) {
                sequence.read();
            } else {
                claims.count(Optional.of(sequence), Kind.SEQUENCE_REGISTRATIONS, sequence.name());
            }
        }
        sequences.elementsAt("executions").forEach(this::run);
    }

    private void details(JsonPart sequence) {
        String name = sequence.name();
        sequence.elementsAt("ids").forEach(id -> claims.word(Optional.of(id), Kind.SEQUENCE_ID, name));
        for (JsonPart beat : entries(sequence.at("beats"))) {
            beat.elements().forEach(took -> claims.took(took, Kind.BEAT_DURATION, name, beat.name(), Time.UNKNOWN));
        }
        for (JsonPart movement : sequence.elementsAt("movements")) {
            String called = movement.at("name").flatMap(JsonPart::text).orElse(null);
            movement.at("durationMs")
                    .ifPresent(took -> claims.took(took, Kind.MOVEMENT_DURATION, name, called, Time.UNKNOWN));
        }
    }

    private void run(JsonPart run) {
        Optional<String> name = run.at("name").flatMap(JsonPart::text);
        if (name.isPresent()) {
            var claim = report.claim(Kind.SEQUENCE_RUN)
                    .of(name.get())
                    .between(run.instantAt("start"), run.instantAt("end"))
                    .each();
            run.at("durationMs").flatMap(JsonPart::millis).ifPresent(claim::lasting);
            claim.at(run);
        }
    }

    private void topics(JsonPart topics) {
        claims.count(topics.at("subscribed"), Kind.TOPIC_SUBSCRIPTIONS, null);
        claims.entries(topics.at("byTopic"), Kind.TOPIC_COUNT);
        for (JsonPart topic : entries(topics.at("byTopic"))) {
            claims.count(Optional.of(topic), Kind.TOPIC_SUBSCRIPTIONS, topic.name());
        }
    }

    /// The tool lists the times of lines that name an event of a beat or a movement.
    private void runs(JsonPart runs, Kind kind) {
        for (String what : List.of("started", "completed")) {
            runs.at(what).filter(JsonPart::isWhole).ifPresent(list -> {
                Range range = Range.of(list.elements());
                report.claim(kind)
                        .text(what)
                        .count(list.elements().size())
                        .between(range.start(), range.end())
                        .at(list);
            });
        }
    }

    private void build(JsonPart build) {
        build.at("manifest").ifPresent(this::manifest);
        build.elementsAt("packages").forEach(this::version);
        build.at("packages").ifPresent(part -> part.silentRest("further fields of a package"));
    }

    private void manifest(JsonPart manifest) {
        for (String field : List.of("builtAt", "buildTime")) {
            long built = manifest.instantAt(field);
            manifest.at(field)
                    .filter(part -> Time.isKnown(built))
                    .ifPresent(part -> report.claim(Kind.BUILD_TIME)
                            .between(built, Time.UNKNOWN)
                            .at(part));
        }
        for (String field : List.of("commit", "commitHash")) {
            claims.word(manifest.at(field), Kind.BUILD_COMMIT, null);
        }
        for (String tool : List.of("node", "vite")) {
            claims.word(manifest.at(tool), Kind.PACKAGE_VERSION, tool);
        }
        manifest.elementsAt("packages").forEach(this::version);
        manifest.at("packages").ifPresent(part -> part.silentRest("further fields of a package"));
    }

    private void version(JsonPart item) {
        Optional<String> name = item.at("name").flatMap(JsonPart::text);
        name.ifPresent(known -> claims.word(item.at("version"), Kind.PACKAGE_VERSION, known));
    }

    private void alert(JsonPart alert) {
        alert.at("type")
                .ifPresent(part -> report.claim(Kind.ALERT)
                        .of(part.text().orElse(null))
                        .text(alert.at("message").flatMap(JsonPart::text).orElse(null))
                        .each()
                        .at(part));
        alert.at("line").ifPresent(line -> line.silent("quoted line"));
    }

    private static List<JsonPart> entries(Optional<JsonPart> part) {
        return part.map(JsonPart::entries).orElse(List.of());
    }
}
