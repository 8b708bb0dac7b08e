package dev.backbeat.analysis.timeline;

import dev.backbeat.measure.alignment.Aligner;
import dev.backbeat.measure.alignment.Alignment;
import dev.backbeat.measure.alignment.Costs;
import dev.backbeat.measure.alignment.Move;
import dev.backbeat.measure.alignment.Net;
import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Time;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows two executions side by side, each from its own start, with the beats that are the same in both linked.
final class TwoRuns {

    private final Scene scene = new Scene();
    private final Drawing drawing = new Drawing();
    private final Run one;
    private final Run other;

    private TwoRuns(Run one, Run other) {
        this.one = one;
        this.other = other;
    }

    static Scene of(Names names, Run one, Run other, int parts) {
        TwoRuns two = new TwoRuns(one, other);
        two.facts();
        if (!one.isTimed() || !other.isTimed()) {
            two.scene.lanes = Scene.empty("the log gives one of the two executions no time");
            return two.scene;
        }
        long length = Math.max(1, Math.max(one.last() - one.start(), other.last() - other.start()));
        Map<Integer, Integer> left = two.draw(names, one, length / parts);
        Map<Integer, Integer> right = two.draw(names, other, length / parts);
        two.align(left, right);
        two.scene.lanes = two.drawing.build("side by side, each from its own start", 0, length, "");
        return two.scene;
    }

    private void facts() {
        scene.fact("the first", OneRun.reference(one.id(), new ExecutionId(one.id()).toString()));
        scene.fact("the second", OneRun.reference(other.id(), new ExecutionId(other.id()).toString()));
        scene.fact("the first took", Cell.duration(one.took()));
        scene.fact("the second took", Cell.duration(other.took()));
        scene.fact(
                "that is",
                Time.isKnown(one.took()) && Time.isKnown(other.took()) && one.took() > 0
                        ? Cell.change(one.took(), other.took())
                        : Cell.unknown());
    }

    private Map<Integer, Integer> draw(Names names, Run run, long narrow) {
        String id = new ExecutionId(run.id()).toString();
        int lane = drawing.lane(
                OneRun.reference(run.id(), run.name() + " " + id), -1, Lanes.LaneKind.EXECUTION, run.outcome());
        // The queue before the start would stand left of the axis.
        Run begun = new Run(
                run.id(),
                run.session(),
                run.input(),
                run.sequence(),
                run.name(),
                Time.UNKNOWN,
                run.start(),
                run.end(),
                run.took(),
                run.division(),
                run.late(),
                run.outcome(),
                run.offset(),
                run.sessionEnd(),
                run.movements(),
                run.beats(),
                run.calls(),
                run.moments());
        return RunDrawing.of(names, begun).draw(drawing, lane, 0, run.start(), narrow);
    }

    /// What a beat is: the same in both executions where this is.
    private static String label(Run.Beat beat) {
        return beat.event() + " " + beat.name();
    }

    private void align(Map<Integer, Integer> left, Map<Integer, Integer> right) {
        Net.Builder net = Net.builder();
        int at = net.place();
        net.initial(at);
        Map<Integer, Integer> positions = new HashMap<>();
        for (int i = 0; i < one.beats().size(); i++) {
            int transition = net.transition(label(one.beats().get(i)));
            positions.put(transition, i);
            int next = net.place();
            net.input(transition, at).output(transition, next);
            at = next;
        }
        net.end(at);
        Optional<Alignment> alignment = new Aligner(net.build(), Costs.STANDARD)
                .align(other.beats().stream().map(TwoRuns::label).toList());
        if (alignment.isEmpty()) {
            scene.fact("beats", Cell.text("too many and too different to be aligned"));
            return;
        }
        long same = 0;
        for (Move move : alignment.get().moves()) {
            Run.@Nullable Beat mine =
                    move.transition() < 0 ? null : one.beats().get(positions.getOrDefault(move.transition(), 0));
            Run.@Nullable Beat theirs =
                    move.position() < 0 ? null : other.beats().get(move.position());
            boolean both = mine != null && theirs != null;
            scene.aligned.add(new Timeline.Aligned(
                    mine != null ? mine.name() : theirs != null ? theirs.name() : "?",
                    took(mine),
                    took(theirs),
                    both ? "both" : mine != null ? "the first alone" : "the second alone"));
            if (mine != null && theirs != null) {
                same++;
                drawing.link(left.getOrDefault(mine.ordinal(), 0), right.getOrDefault(theirs.ordinal(), 0), 0);
            }
        }
        scene.fact("beats of both", Cell.count(same));
        scene.fact("beats of the first alone", Cell.count(one.beats().size() - same));
        scene.fact("beats of the second alone", Cell.count(other.beats().size() - same));
    }

    private static long took(Run.@Nullable Beat beat) {
        return beat == null ? Time.UNKNOWN : Time.between(beat.start(), beat.end());
    }
}
