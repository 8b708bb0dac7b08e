package dev.backbeat.analysis.conformance;

import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Place;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What is worth a look. Each rule has a page in `docs/rules`.
final class ConfRules {

    static final String MISSING = "CONF001";
    static final String EXTRA = "CONF002";
    static final String REPEATED = "CONF003";
    static final String OUT_OF_ORDER = "CONF004";
    static final String OTHER_HANDLER = "CONF005";
    static final String STUCK = "CONF006";
    static final String HANDLER_FAILED = "CONF007";
    static final String NEVER_FINISHED = "CONF008";
    static final String UNDOCUMENTED = "CONF009";
    static final String BEAT_FAILED = "CONF010";
    static final String UNREGISTERED = "CONF011";
    static final String UNROUTED = "CONF101";

    /// Marks what failed behind another failure of its execution only.
    static final String BEHIND = "behind another";

    /// Marks what deviates from a model, not from a document.
    static final String OF_MODEL = "of the model";

    private ConfRules() {}

    static String of(Deviation.Kind kind) {
        return switch (kind) {
            case MISSING -> MISSING;
            case EXTRA -> EXTRA;
            case REPEATED -> REPEATED;
            case OUT_OF_ORDER -> OUT_OF_ORDER;
        };
    }

    /// The findings, the most severe first.
    static List<Finding> findings(Asked asked, Tallies tallies, List<Finding> others) {
        return Stream.concat(
                        tallies.all().stream()
                                .map(tally -> finding(asked, tally, tallies.executionsOf(tally.sequence()))),
                        others.stream())
                .sorted(Comparator.comparing(Finding::severity)
                        .reversed()
                        .thenComparing(Finding::rule)
                        .thenComparing(Comparator.comparingLong(Finding::count).reversed())
                        .thenComparing(Finding::sentence))
                .toList();
    }

    private static Finding finding(Asked asked, Tally tally, long of) {
        List<Reference> evidence = new ArrayList<>();
        Place place = asked.place(tally.place());
        evidence.add(new Reference.ToPlace(place));
        if (tally.code() != null) {
            evidence.add(new Reference.ToCode(tally.code()));
        }
        if (tally.document() != null) {
            evidence.add(new Reference.ToCode(tally.document()));
        }
        evidence.addAll(executions(tally));
        if (tally.execution() != 0) {
            evidence.add(new Reference.ToExecution(new ExecutionId(tally.execution())));
        }
        if (tally.handler() != null) {
            evidence.add(new Reference.ToHandler(tally.handler()));
        }
        boolean ofTopic = tally.rule().equals(UNROUTED);
        if (!ofTopic) {
            evidence.add(new Reference.ToSequence(tally.sequence()));
        }
        boolean ofSessions = ofTopic || tally.rule().equals(UNREGISTERED);
        return new Finding(
                tally.rule(),
                severity(tally),
                sentence(tally, of),
                tally.executions(),
                evidence,
                hint(tally, place),
                new Finding.Subject(
                        ofTopic ? null : tally.sequence(),
                        tally.beat().isEmpty() ? null : tally.beat(),
                        tally.handler(),
                        tally.code() == null ? tally.document() : tally.code(),
                        ofSessions ? -1 : tally.executions(),
                        ofSessions ? -1 : of));
    }

    /// Leads to the executions that are counted, where they can be asked for.
    private static List<Reference> executions(Tally tally) {
        ExecutionSet all = ExecutionSet.ofSequence(tally.sequence());
        HandlerKey handler = tally.handler();
        return switch (tally.rule()) {
            case STUCK -> List.of(new Reference.ToExecutions(all.ended("incomplete")));
            case UNDOCUMENTED -> List.of(new Reference.ToExecutions(all));
            // Which sequence it is subscribed for says the document; what ran may have another one.
            case NEVER_FINISHED ->
                List.of(new Reference.ToExecutions(
                        (handler == null ? all : all.where(new HandlerKey(handler.plugin(), "", handler.handler())))
                                .whereItEnded("never_ended")));
            case OTHER_HANDLER ->
                handler == null
                        ? List.of()
                        : List.of(new Reference.ToExecutions(
                                all.where(new HandlerKey(handler.plugin(), "", handler.handler()))));
            default -> tally.alike().leads();
        };
    }

    private static Severity severity(Tally tally) {
        return switch (tally.rule()) {
            case EXTRA, REPEATED, UNDOCUMENTED, UNROUTED -> Severity.WARNING;
            default -> tally.detail().equals(BEHIND) ? Severity.WARNING : Severity.ERROR;
        };
    }

    private static String sentence(Tally tally, long of) {
        String in = "`%s`".formatted(tally.name());
        String times = "in %,d of %,d executions".formatted(tally.executions(), Math.max(of, tally.executions()));
        String beat = "beat `%s`%s of %s".formatted(tally.beat(), by(tally), in);
        return switch (tally.rule()) {
            case MISSING -> "%s is %s and did not run %s".formatted(beat, documented(tally), times);
            case EXTRA ->
                "%s runs %s and %s has it"
                        .formatted(beat, times, ofModel(tally) ? "nothing in the model" : "no document");
            case REPEATED -> "%s runs more often than %s %s".formatted(beat, documented(tally), times);
            case OUT_OF_ORDER -> "%s runs at another place than %s %s".formatted(beat, documented(tally), times);
            case OTHER_HANDLER ->
                "beat `%s` of %s is carried out by %s %s, documented is `%s`"
                        .formatted(tally.beat(), in, handler(tally), times, tally.detail());
            case STUCK -> "%s began and its execution never ended: %s".formatted(beat, tally.detail());
            case HANDLER_FAILED ->
                "%s failed %s of %s that were reported as completed%s"
                        .formatted(handler(tally), times, in, behind(tally));
            case NEVER_FINISHED ->
                "%s never finished %s of %s that were reported as completed".formatted(handler(tally), times, in);
            case BEAT_FAILED -> "%s failed %s%s".formatted(beat, times, behind(tally));
            case UNREGISTERED ->
                "%s is not registered in %,d sessions, though in %s of its build"
                        .formatted(in, tally.executions(), tally.detail())
                        .replace("in 1 sessions", "in 1 session");
            case UNROUTED ->
                "%,d messages on topic %s reached nobody: no route, no subscriber, %s"
                        .formatted(tally.executions(), in, tally.detail())
                        .replaceFirst("^1 messages", "1 message");
            default -> "%s ran %,d times and no document describes it".formatted(in, tally.executions());
        };
    }

    private static boolean ofModel(Tally tally) {
        return tally.detail().equals(OF_MODEL);
    }

    private static String documented(Tally tally) {
        return ofModel(tally) ? "in the model" : "documented";
    }

    private static String behind(Tally tally) {
        return tally.detail().equals(BEHIND) ? ", each time behind another failure" : "";
    }

    private static String by(Tally tally) {
        return tally.handler() == null || tally.handler().handler().isEmpty()
                ? ""
                : " (`%s`)".formatted(tally.handler().handler());
    }

    private static String handler(Tally tally) {
        if (tally.handler() == null || tally.handler().handler().isEmpty()) {
            return "a handler of beat `%s`".formatted(tally.beat());
        }
        String plugin = tally.handler().plugin();
        return "`%s%s`"
                .formatted(plugin.isEmpty() ? "" : plugin + ".", tally.handler().handler());
    }

    private static String hint(Tally tally, Place place) {
        return switch (tally.rule()) {
            case UNDOCUMENTED -> "write it down as a sequence document, or find out who still plays it";
            case UNREGISTERED ->
                "see what the session says of its document with `backbeat raw %s`".formatted(place.origin());
            case HANDLER_FAILED, BEAT_FAILED, UNROUTED ->
                "see the lines around it with `backbeat raw %s`".formatted(place.origin());
            default -> "see the whole of it with `backbeat execution %s`".formatted(new ExecutionId(tally.execution()));
        };
    }
}
