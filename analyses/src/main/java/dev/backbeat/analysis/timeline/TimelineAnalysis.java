package dev.backbeat.analysis.timeline;

import dev.backbeat.analysis.Analysis;
import dev.backbeat.analysis.AnalysisSpec;
import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.analysis.Resolution;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The analysis `timeline`.
public final class TimelineAnalysis implements Analysis<TimelineSettings, Timeline> {

    /// What it is.
    public static final AnalysisSpec<TimelineSettings> SPEC = new AnalysisSpec<>(
            "timeline",
            "what happened, beat by beat, in parallel or in turn?",
            "Draws executions, movements, beats, handlers, queues and silences on one axis of time, marks the critical"
                    + " path, and holds two executions side by side, beat by beat.",
            TimelineSettings.class);

    private static final int DIGITS = 16;

    @Override
    public AnalysisSpec<TimelineSettings> spec() {
        return SPEC;
    }

    @Override
    public Timeline analyze(Evidence evidence, TimelineSettings settings, Resolution detail) {
        Names names = new Names(evidence);
        int parts = detail.buckets() == Resolution.STANDARD.buckets() ? settings.parts() : detail.buckets();
        if (!settings.execution().isEmpty()) {
            long one = subject(evidence, settings.execution());
            if (settings.other().isEmpty()) {
                Run run = Runs.read(evidence, List.of(one)).get(one);
                return alone(settings, OneRun.of(names, known(run, settings.execution()), settings, parts));
            }
            long other = subject(evidence, settings.other());
            Map<Long, Run> runs = Runs.read(evidence, List.of(one, other));
            Run left = known(runs.get(one), settings.execution());
            Run right = known(runs.get(other), settings.other());
            return alone(settings, TwoRuns.of(names, left, right, parts));
        }
        Scene scene = settings.foldsVariants()
                ? VariantLanes.of(evidence, names, settings.top())
                : Overview.of(evidence, names, settings, parts);
        Map<Integer, List<String>> kinds = kinds(evidence);
        TimeRules rules = TimeRules.of(evidence, kinds);
        List<Timeline.Longest> longest =
                settings.foldsVariants() ? List.of() : longest(evidence, names, kinds, settings.top());
        return answer(settings, scene, longest, rules.findings(), rules.checked());
    }

    private static Timeline alone(TimelineSettings settings, Scene scene) {
        return answer(settings, scene, List.of(), List.of(), List.of());
    }

    private static Timeline answer(
            TimelineSettings settings,
            Scene scene,
            List<Timeline.Longest> longest,
            List<Finding> findings,
            List<Timeline.Checked> checked) {
        return new Timeline(
                settings,
                scene.facts,
                scene.lanes,
                scene.path,
                scene.aligned,
                longest,
                scene.variants,
                scene.variantsInAll,
                findings,
                checked);
    }

    private static long subject(Evidence evidence, String said) {
        long id = said.matches("[0-9a-fA-F]{%d}".formatted(DIGITS))
                ? ExecutionId.parse(said.toLowerCase(Locale.ROOT)).value()
                : 0;
        return evidence
                .rows(Queries.load(TimelineAnalysis.class, "subject.sql"), row -> row.longAt("execution_id"), id, said)
                .stream()
                .findFirst()
                .orElseThrow(() -> unknown(said));
    }

    private static Run known(@Nullable Run run, String said) {
        if (run == null) {
            throw unknown(said);
        }
        return run;
    }

    private static BackbeatException unknown(String said) {
        return BackbeatException.withHint(
                ErrorCode.USAGE,
                "there is no execution `%s`".formatted(said),
                "`backbeat executions` lists them with their ids");
    }

    private static Map<Integer, List<String>> kinds(Evidence evidence) {
        Map<Integer, List<String>> kinds = new HashMap<>();
        evidence.rows(Queries.load(TimelineAnalysis.class, "kinds.sql"), row -> {
            String id = row.textAt("sequence_id").orElse("");
            String name = row.textAt("sequence_name").orElse(id.isEmpty() ? "?" : id);
            return kinds.put(row.intAt("sequence_kind"), List.of(id.isEmpty() ? name : id, name)) == null;
        });
        return kinds;
    }

    private static List<Timeline.Longest> longest(
            Evidence evidence, Names names, Map<Integer, List<String>> kinds, int top) {
        String sql = Queries.load(TimelineAnalysis.class, "longest.sql").replace("{limit}", Integer.toString(top));
        return evidence.rows(sql, row -> {
            ExecutionId id = new ExecutionId(row.longAt("execution_id"));
            List<String> sequence = kinds.getOrDefault(row.intAt("sequence_kind"), List.of("?", "?"));
            return new Timeline.Longest(
                    OneRun.reference(id.value(), id.toString()),
                    names.sequence(sequence.getFirst(), sequence.getLast()),
                    row.longAt("start_nanos"),
                    row.longAt("took_nanos"),
                    row.longAt("handler_nanos"),
                    row.longAt("queue_wait_nanos"),
                    row.textAt("outcome").orElse("?"));
        });
    }

    @Override
    public List<Exhibit> present(Timeline answer) {
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(new Exhibit.Summary("what happened, beat by beat?", answer.facts()));
        if (!answer.checked().isEmpty()) {
            exhibits.add(Tables.findings(answer));
        }
        exhibits.add(answer.lanes());
        if (!answer.settings().other().isEmpty()) {
            exhibits.add(Tables.aligned(answer));
        } else if (!answer.settings().execution().isEmpty()) {
            exhibits.add(Tables.path(answer));
        } else if (answer.settings().foldsVariants()) {
            exhibits.add(Tables.variants(answer));
        } else {
            exhibits.add(Tables.longest(answer));
        }
        return exhibits;
    }
}
