package dev.backbeat.analysis.timeline;

import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Time;
import java.util.Comparator;
import java.util.List;

/// Shows one execution.
final class OneRun {

    private OneRun() {}

    static Scene of(Names names, Run run, TimelineSettings settings, int parts) {
        Scene scene = new Scene();
        facts(scene, run);
        if (!run.isTimed()) {
            scene.lanes = Scene.empty("the log gives this execution no time: it never began, or its lines have none");
            return scene;
        }
        RunDrawing drawing = RunDrawing.of(names, run);
        Drawing lanes = new Drawing();
        int lane = lanes.lane(names.sequence(run.sequence(), run.name()), -1, Lanes.LaneKind.EXECUTION, run.outcome());
        long from = settings.begin() > 0 ? settings.begin() : drawing.from();
        long to = settings.end() > 0 ? settings.end() : Math.max(from + 1, drawing.to());
        drawing.draw(lanes, lane, 0, 0, (to - from) / parts);
        scene.lanes = lanes.build("what ran when", from, to, "");
        path(scene, names, run);
        return scene;
    }

    static Cell reference(long id, String words) {
        return new Cell(new Cell.Value.Code(words), List.of(new Reference.ToExecution(new ExecutionId(id))));
    }

    private static void facts(Scene scene, Run run) {
        scene.fact("execution", reference(run.id(), new ExecutionId(run.id()).toString()));
        scene.fact("sequence", Cell.text(run.name()));
        scene.fact("outcome", Cell.text(run.isContradicted() ? "completed, with failures inside" : run.outcome()));
        scene.fact("began", Cell.instant(run.start()));
        scene.fact("took", Cell.duration(run.took()));
        long queued = Time.isKnown(run.queued()) && run.isTimed() ? run.start() - run.queued() : Time.UNKNOWN;
        scene.fact("before that in the queue", Cell.duration(queued));
        scene.fact("handlers worked", Cell.duration(run.division().handlerNanos()));
        scene.fact("inside beats without them", Cell.duration(run.division().inBeatNanos()));
        scene.fact("between beats", Cell.duration(run.division().betweenNanos()));
        scene.fact("handlers after its end", Cell.duration(run.late()));
        scene.fact("beats", Cell.count(run.beats().size()));
        scene.fact("handler runs", Cell.count(run.calls().size()));
        long untimed =
                run.beats().stream().filter(beat -> !Time.isKnown(beat.start())).count();
        if (untimed > 0) {
            scene.fact("beats without a time, drawn at its start", Cell.count(untimed));
        }
        scene.fact("at most at once", Cell.count(atOnce(run)));
    }

    /// How many handler runs worked at the same moment at most.
    private static int atOnce(Run run) {
        Packing packing = new Packing();
        run.calls().stream()
                .filter(call -> Time.isKnown(call.called()))
                .sorted(Comparator.comparingLong(Run.Call::begin))
                .forEach(call -> packing.row(
                        call.begin(), Math.max(call.begin(), Time.isKnown(call.end()) ? call.end() : run.last())));
        return packing.rows();
    }

    private static void path(Scene scene, Names names, Run run) {
        // Handlers that go on after the end are on the path too, so their time is part of the whole.
        long whole = Time.isKnown(run.took()) && Time.isKnown(run.late()) ? run.took() + run.late() : run.took();
        run.calls().stream()
                .filter(call -> Time.isKnown(call.path()) && call.path() > 0)
                .sorted(Comparator.comparingLong((Run.Call call) -> -call.path())
                        .thenComparingInt(Run.Call::ordinal))
                .forEach(call ->
                        scene.path.add(new Timeline.Step(names.handler(call), call.path(), call.waited(), whole)));
    }
}
