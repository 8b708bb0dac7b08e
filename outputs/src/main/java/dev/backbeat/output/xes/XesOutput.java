package dev.backbeat.output.xes;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Cell;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit.Summary.Fact;
import dev.backbeat.model.Exhibit.Timeline;
import dev.backbeat.model.Time;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import dev.backbeat.output.XmlText;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The output `xes`.
///
/// Source: IEEE 1849-2016, eXtensible Event Stream; the extensions Concept, Time and Organizational.
public final class XesOutput implements Output {

    private static final String HANDLER = "handler";

    @Override
    public String id() {
        return "xes";
    }

    @Override
    public String description() {
        return "an event log for process mining (IEEE 1849), of `backbeat executions --steps`";
    }

    @Override
    public Optional<String> mediaType() {
        return Optional.of("application/xml");
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        List<Timeline> timelines = answer.exhibits().stream()
                .filter(Timeline.class::isInstance)
                .map(Timeline.class::cast)
                .toList();
        if (timelines.isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "`%s` holds no runs with their steps".formatted(answer.id()),
                    "`backbeat executions --steps --output xes` does");
        }
        XmlText xml = new XmlText(target);
        xml.open("log", "xes.version", "1849.2016", "xes.features", "");
        extension(xml, "Concept", "concept");
        extension(xml, "Time", "time");
        extension(xml, "Organizational", "org");
        for (String scope : List.of("trace", "event")) {
            xml.open("global", "scope", scope);
            xml.element("string", "key", "concept:name", "value", "?");
            xml.close();
        }
        xml.element("classifier", "name", "Beat", "scope", "event", "keys", "concept:name");
        xml.element("string", "key", "concept:name", "value", answer.question());
        for (Timeline timeline : timelines) {
            for (Timeline.Track track : timeline.tracks()) {
                trace(xml, track);
            }
        }
        xml.close();
    }

    private static void extension(XmlText xml, String name, String prefix) throws IOException {
        String uri = "http://www.xes-standard.org/" + prefix + ".xesext";
        xml.element("extension", "name", name, "prefix", prefix, "uri", uri);
    }

    private static void trace(XmlText xml, Timeline.Track track) throws IOException {
        xml.open("trace");
        xml.element(
                "string",
                "key",
                "concept:name",
                "value",
                Figures.of(track.name().value()));
        attributes(xml, track.attributes(), new HashSet<>());
        for (Timeline.Step step : track.steps()) {
            xml.open("event");
            xml.element(
                    "string",
                    "key",
                    "concept:name",
                    "value",
                    Figures.of(step.name().value()));
            date(xml, "time:timestamp", step.startNanos());
            date(xml, "end", step.endNanos());
            attributes(xml, step.attributes(), new HashSet<>());
            xml.close();
        }
        xml.close();
    }

    /// A key stands once in an event: what stands there again gets a number.
    private static void attributes(XmlText xml, List<Fact> facts, Set<String> keys) throws IOException {
        for (Fact fact : facts) {
            String name = fact.label().equals(HANDLER) ? "org:resource" : key(fact.label());
            String key = name;
            for (int i = 2; !keys.add(key); i++) {
                key = name + "-" + i;
            }
            switch (fact.cell().value()) {
                case Cell.Value.Count(var count) -> xml.element("int", "key", key, "value", Long.toString(count));
                case Cell.Value.Bytes(var bytes) -> xml.element("int", "key", key, "value", Long.toString(bytes));
                case Cell.Value.Duration(var nanos) ->
                    xml.element("int", "key", key + "Nanos", "value", Long.toString(nanos));
                case Cell.Value.Instant(var nanos) -> date(xml, key, nanos);
                case Cell.Value.Unknown() -> {}
                default ->
                    xml.element(
                            "string",
                            "key",
                            key,
                            "value",
                            Figures.of(fact.cell().value()));
            }
        }
    }

    private static void date(XmlText xml, String key, long nanos) throws IOException {
        if (Time.isKnown(nanos)) {
            Instant instant = Instant.ofEpochSecond(
                    Math.floorDiv(nanos, Time.NANOS_PER_SECOND), Math.floorMod(nanos, Time.NANOS_PER_SECOND));
            xml.element("date", "key", key, "value", instant.toString());
        }
    }

    /// A label as a name of XML: its words by hyphens.
    private static String key(String label) {
        String words = label.strip().replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}]+", "-");
        return words.isEmpty() || !Character.isAlphabetic(words.codePointAt(0)) ? "x" + words : words;
    }
}
