package dev.backbeat.analysis.timeline;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Column;
import dev.backbeat.model.Time;
import java.util.List;

/// Shows the timeline.
final class Tables {

    private Tables() {}

    static Exhibit.Findings findings(Timeline answer) {
        return new Exhibit.Findings(
                "worth a look",
                answer.findings(),
                answer.checked().stream()
                        .map(check -> new Exhibit.Findings.Checked(check.rule(), check.checks()))
                        .toList(),
                answer.checked().isEmpty()
                        ? "findings are of all executions in scope; leave `--execution` out"
                        : "no sequence goes on after its end or waits longer than it runs");
    }

    static Exhibit.Table path(Timeline answer) {
        return new Exhibit.Table(
                "what made it take that long",
                List.of(
                        Column.text("handler"),
                        Column.number("on the critical path")
                                .noted("without this time of its own, the execution would have been that much shorter"),
                        Column.number("share").noted("of the time from its start until its last handler ended"),
                        Column.number("waited before").noted("for the handler before it")),
                answer.path().stream()
                        .limit(answer.settings().top())
                        .map(step -> List.of(
                                step.handler(),
                                Cell.duration(step.pathNanos()),
                                share(step.pathNanos(), step.ofNanos()),
                                Cell.duration(step.waitedNanos())))
                        .toList(),
                answer.path().size(),
                "no handler run of it has a time");
    }

    private static Cell share(long part, long whole) {
        return Time.isKnown(whole) && whole > 0 ? Cell.share(part, whole) : Cell.unknown();
    }

    static Exhibit.Table aligned(Timeline answer) {
        int shown = Math.max(answer.settings().top(), 100);
        return new Exhibit.Table(
                "beat by beat",
                List.of(
                        Column.text("beat"),
                        Column.text("in"),
                        Column.number("the first"),
                        Column.number("the second"),
                        Column.number("longer by").noted("of the second")),
                answer.aligned().stream()
                        .limit(shown)
                        .map(beat -> List.of(
                                Cell.text(beat.beat()),
                                Cell.text(beat.in()),
                                Cell.duration(beat.oneNanos()),
                                Cell.duration(beat.otherNanos()),
                                difference(beat)))
                        .toList(),
                answer.aligned().size(),
                "neither of them has a beat");
    }

    private static Cell difference(Timeline.Aligned beat) {
        return Time.isKnown(beat.oneNanos()) && Time.isKnown(beat.otherNanos())
                ? Cell.duration(beat.otherNanos() - beat.oneNanos())
                : Cell.unknown();
    }

    static Exhibit.Table longest(Timeline answer) {
        return Exhibit.Table.of(
                "executions that took longest",
                List.of(
                        Column.text("execution"),
                        Column.text("sequence"),
                        Column.text("began"),
                        Column.number("took"),
                        Column.number("handlers").noted("while a handler worked"),
                        Column.number("queued").noted("before it began"),
                        Column.text("outcome")),
                answer.longest().stream()
                        .map(one -> List.of(
                                one.execution(),
                                one.sequence(),
                                Cell.instant(one.startNanos()),
                                Cell.duration(one.tookNanos()),
                                Cell.duration(one.handlerNanos()),
                                Cell.duration(one.waitedNanos()),
                                Cell.text(one.outcome())))
                        .toList(),
                "nothing ran in what was asked; `backbeat executions` lists what there is");
    }

    static Exhibit.Table variants(Timeline answer) {
        return new Exhibit.Table(
                "variants, the most usual first",
                List.of(
                        Column.text("sequence"),
                        Column.number("executions"),
                        Column.number("share").noted("of the executions of that sequence"),
                        Column.number("beats"),
                        Column.number("took on an average"),
                        Column.text("one of them")),
                answer.variants().stream()
                        .map(one -> List.of(
                                one.sequence(),
                                one.all(),
                                Cell.share(one.executions(), one.of()),
                                Cell.count(one.beats()),
                                Cell.duration(one.meanNanos()),
                                one.example()))
                        .toList(),
                answer.variantsInAll(),
                "no execution in scope has a beat");
    }
}
