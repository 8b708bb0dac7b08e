package dev.backbeat.ingest.stage;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Event;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Gap;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.MovementRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.PluginMount;
import dev.backbeat.model.Rejected;
import dev.backbeat.model.SequenceRegistration;
import dev.backbeat.model.Session;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.Time;
import dev.backbeat.model.TopicEvent;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes what was read from a golden case so that a person can check it against the log. Offsets are in
/// bytes, `@` stands before one; `?` is a time that the log does not say.
final class GoldenRendering {

    private final RebuiltFacts facts;
    private final List<String> out = new ArrayList<>();

    private GoldenRendering(RebuiltFacts facts) {
        this.facts = facts;
    }

    static String events(List<Event> events) {
        List<String> lines = new ArrayList<>();
        for (Event event : events) {
            StringBuilder line = new StringBuilder("@%-7d %-24s %s"
                    .formatted(
                            event.offset(),
                            Time.iso(event.timeNanos()),
                            event.getClass().getSimpleName()));
            for (RecordComponent component : event.getClass().getRecordComponents()) {
                Object value = value(event, component);
                boolean told = component.getName().equals("offset")
                        || component.getName().equals("timeNanos");
                if (!told && value != null && !value.equals(List.of())) {
                    String shown = component.getName().endsWith("Nanos") ? millis((long) value) : escaped(value);
                    line.append(' ').append(component.getName()).append('=').append(shown);
                }
            }
            lines.add(line.toString());
        }
        return text(lines);
    }

    static String ledger(InputSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add("bytes %d, lines %d, secrets %d".formatted(summary.bytes(), summary.lines(), summary.secrets()));
        summary.counts().stream()
                .sorted(Comparator.comparing(InputSummary.RuleCount::lineClass)
                        .thenComparing(InputSummary.RuleCount::rule))
                .forEach(count ->
                        lines.add("%-8s %-40s %d".formatted(lower(count.lineClass()), count.rule(), count.lines())));
        summary.templates()
                .forEach(template -> lines.add("template @%d: %d records, %d lines: %s"
                        .formatted(
                                template.firstOffset(),
                                template.records(),
                                template.lines(),
                                escaped(template.text()))));
        return text(lines);
    }

    static String rejects(List<Rejected> rejects) {
        return text(rejects.stream()
                .map(reject -> "@%d +%d %s".formatted(reject.offset(), reject.length(), lower(reject.reason())))
                .toList());
    }

    static String facts(RebuiltFacts facts) {
        return new GoldenRendering(facts).render();
    }

    private String render() {
        for (Session session : facts.of(Session.class)) {
            add(
                    0,
                    "session %s %s – %s, %d timed messages, conductor %s, commit %s, packages %s, %s – %s",
                    session.id(),
                    Time.iso(session.startNanos()),
                    Time.iso(session.endNanos()),
                    session.timedMessages(),
                    session.conductorVersion(),
                    session.commit(),
                    session.packages(),
                    at(session.start()),
                    at(session.end()));
            facts.of(SequenceRegistration.class).stream()
                    .filter(each -> each.session().equals(session.id()))
                    .forEach(each -> add(
                            1,
                            "registered %s (%s) %s %s",
                            each.name(),
                            each.sequenceId(),
                            Time.iso(each.timeNanos()),
                            at(each.origin())));
            facts.of(PluginMount.class).stream()
                    .filter(each -> each.session().equals(session.id()))
                    .forEach(this::mount);
            facts.of(Execution.class).stream()
                    .filter(each -> each.session().equals(session.id()))
                    .sorted(Comparator.comparingInt(Execution::ordinal))
                    .forEach(this::execution);
            facts.of(ErrorFact.class).stream()
                    .filter(each ->
                            each.session().equals(session.id()) && (each.execution() == null || each.handlerRun() < 0))
                    .forEach(each -> error(1, each));
            facts.of(TopicEvent.class).stream()
                    .filter(each -> each.session().equals(session.id()))
                    .forEach(this::topic);
            facts.of(Gap.class).stream()
                    .filter(each -> each.session().equals(session.id()))
                    .forEach(each -> add(
                            1,
                            "silent for %s from %s, %s – %s",
                            millis(each.endNanos() - each.startNanos()),
                            Time.iso(each.startNanos()),
                            at(each.before()),
                            at(each.after())));
        }
        return text(out);
    }

    private void mount(PluginMount mount) {
        add(
                1,
                "mount %d %s: %s, %s – %s, %s %s",
                mount.ordinal(),
                mount.plugin(),
                lower(mount.outcome()),
                Time.iso(mount.startNanos()),
                Time.iso(mount.endNanos()),
                mount.reason(),
                at(mount.origin()));
    }

    private void execution(Execution run) {
        add(
                1,
                "execution %d %s (%s) of %s: %s",
                run.ordinal(),
                run.sequenceName(),
                run.sequenceId(),
                run.plugin(),
                lower(run.outcome()));
        add(3, "id %s, request %s, %s – %s", run.id(), run.requestId(), at(run.start()), at(run.end()));
        add(
                3,
                "queued %s, started %s, ended %s, says %s",
                Time.iso(run.queuedNanos()),
                Time.iso(run.startNanos()),
                Time.iso(run.endNanos()),
                millis(run.reportedNanos()));
        if (run.causeTopic() != null || run.causeExecution() != null) {
            add(3, "asked for by topic %s, by a handler of %s", run.causeTopic(), run.causeExecution());
        }
        List<BeatRun> beats = facts.of(BeatRun.class).stream()
                .filter(beat -> beat.execution().equals(run.id()))
                .sorted(Comparator.comparingInt(BeatRun::ordinal))
                .toList();
        for (MovementRun movement : facts.of(MovementRun.class)) {
            if (movement.execution().equals(run.id())) {
                movement(movement);
                beats.stream()
                        .filter(beat -> beat.movement() == movement.ordinal())
                        .forEach(this::beat);
            }
        }
        beats.stream().filter(beat -> beat.movement() < 0).forEach(this::beat);
        changes(run.id(), -1);
    }

    private void movement(MovementRun run) {
        add(
                2,
                "movement %d %s with %d beats: %s, %s – %s, says %s, %s – %s",
                run.ordinal(),
                run.name(),
                run.beats(),
                lower(run.outcome()),
                Time.iso(run.startNanos()),
                Time.iso(run.endNanos()),
                millis(run.reportedNanos()),
                at(run.start()),
                at(run.end()));
    }

    private void beat(BeatRun run) {
        add(
                3,
                "beat run %d: beat %d at %d, attempt %d, %s (%s, %s): %s, %s – %s, says %s and %s, %s – %s",
                run.ordinal(),
                run.number(),
                run.position(),
                run.attempt(),
                run.title(),
                run.event(),
                run.timing(),
                lower(run.outcome()),
                Time.iso(run.startNanos()),
                Time.iso(run.endNanos()),
                millis(run.reportedNanos()),
                millis(run.roundedNanos()),
                at(run.start()),
                at(run.end()));
        facts.of(HandlerRun.class).stream()
                .filter(handler -> handler.execution().equals(run.execution()) && handler.beat() == run.ordinal())
                .sorted(Comparator.comparingInt(HandlerRun::ordinal))
                .forEach(this::handler);
    }

    private void handler(HandlerRun run) {
        add(
                4,
                "handler run %d: %s.%s for %s as subscriber %d: %s by %s",
                run.ordinal(),
                run.plugin(),
                run.handler(),
                run.subscribedSequence(),
                run.subscriber(),
                lower(run.outcome()),
                lower(run.tie()));
        add(
                6,
                "called %s, returned %s, ended %s, waited %s, own %s, %s – %s",
                Time.iso(run.callNanos()),
                Time.iso(run.returnNanos()),
                Time.iso(run.endNanos()),
                millis(run.waitedNanos()),
                millis(run.ownNanos()),
                at(run.start()),
                at(run.end()));
        changes(run.execution(), run.ordinal());
        facts.of(ErrorFact.class).stream()
                .filter(each -> run.execution().equals(each.execution()) && each.handlerRun() == run.ordinal())
                .forEach(each -> error(6, each));
    }

    private void changes(ExecutionId execution, int handlerRun) {
        for (StateChange change : facts.of(StateChange.class)) {
            if (change.execution().equals(execution) && change.handlerRun() == handlerRun) {
                add(
                        6,
                        "%s %s %s%s",
                        lower(change.kind()),
                        change.key(),
                        at(change.origin()),
                        change.preview() == null ? "" : " " + change.preview());
            }
        }
    }

    private void error(int indent, ErrorFact error) {
        add(
                indent,
                "error %s of %s.%s in %s, beat run %d: %s %s%s",
                error.kind(),
                error.plugin(),
                error.handler(),
                error.execution(),
                error.beat(),
                error.message(),
                at(error.origin()),
                error.stack() == null ? "" : " stack " + error.stack());
    }

    private void topic(TopicEvent topic) {
        add(
                1,
                "topic %s %s by %s for %s (%d) in %s %s %s",
                topic.topic(),
                lower(topic.kind()),
                topic.plugin(),
                topic.sequenceId(),
                topic.count(),
                topic.execution(),
                Time.iso(topic.timeNanos()),
                at(topic.origin()));
    }

    private void add(int indent, String format, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == null ? "–" : values[i] instanceof String text ? escaped(text) : values[i];
        }
        out.add("  ".repeat(indent) + format.formatted(values));
    }

    private static String at(Origin origin) {
        return "@" + origin.offset();
    }

    private static String millis(long nanos) {
        return Time.isKnown(nanos) ? "%.3f ms".formatted(nanos / (double) Time.NANOS_PER_MILLI) : "?";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String escaped(Object value) {
        return String.valueOf(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static @Nullable Object value(Event event, RecordComponent component) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.stripTrailing()).append('\n'));
        return text.toString();
    }
}
