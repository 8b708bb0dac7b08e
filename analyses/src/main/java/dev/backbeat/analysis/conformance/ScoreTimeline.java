package dev.backbeat.analysis.conformance;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Shows a score: the document as the first track, and each variant as one more.
final class ScoreTimeline {

    private ScoreTimeline() {}

    static Exhibit of(Score score) {
        long executions =
                score.laid().stream().mapToLong(Score.Laid::executions).sum();
        List<Exhibit.Timeline.Track> tracks = new ArrayList<>();
        tracks.add(new Exhibit.Timeline.Track(
                Cell.code(score.name().isEmpty() ? score.sequence() : score.name())
                        .to(new Reference.ToSequence(score.sequence())),
                List.of(
                        fact("sequence", Cell.code(score.sequence())),
                        fact("executions", Cell.count(executions)),
                        fact("variants", Cell.count(score.all()))),
                score.beats().stream().map(ScoreTimeline::documented).toList()));
        score.laid().forEach(laid -> tracks.add(track(laid, executions)));
        return new Exhibit.Timeline(
                "score of " + (score.name().isEmpty() ? score.sequence() : score.name()), tracks, score.all() + 1L, "");
    }

    private static Exhibit.Timeline.Track track(Score.Laid laid, long executions) {
        return new Exhibit.Timeline.Track(
                Cell.code(laid.first().toString()).to(new Reference.ToExecution(laid.first())),
                List.of(
                        fact("executions", Cell.count(laid.executions())),
                        fact("share", Cell.share(laid.executions(), executions)),
                        fact("fitness", Cell.share(laid.worst() - laid.moves(), laid.worst())),
                        fact("ended", Cell.text(laid.ended() ? "completed" : "not completed"))),
                laid.steps().stream().map(ScoreTimeline::ran).toList());
    }

    private static Exhibit.Timeline.Step documented(Score.Beat beat) {
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        facts.add(fact("document", Cell.code(beat.place())));
        fact(facts, "title", beat.title());
        fact(facts, "movement", beat.movement());
        fact(facts, "side by side with", beat.parallel());
        if (beat.optional()) {
            facts.add(fact("may be left out", Cell.text("yes")));
        }
        if (beat.handler() != null) {
            facts.add(fact("handler", Cell.code(beat.handler().handler()).to(new Reference.ToHandler(beat.handler()))));
        }
        return new Exhibit.Timeline.Step(Cell.code(beat.name()), Time.UNKNOWN, Time.UNKNOWN, facts);
    }

    private static Exhibit.Timeline.Step ran(Score.Step step) {
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        facts.add(fact(
                "manner",
                Cell.text(step.manner().name().toLowerCase(Locale.ROOT).replace('_', ' '))));
        if (step.beat() >= 0) {
            facts.add(fact("beat", Cell.count(step.beat())));
        }
        if (step.failed()) {
            facts.add(fact("failed", Cell.text("yes")));
        }
        return new Exhibit.Timeline.Step(Cell.code(step.name()), Time.UNKNOWN, Time.UNKNOWN, facts);
    }

    private static void fact(List<Exhibit.Summary.Fact> facts, String label, String words) {
        if (!words.isEmpty()) {
            facts.add(fact(label, Cell.text(words)));
        }
    }

    private static Exhibit.Summary.Fact fact(String label, Cell cell) {
        return new Exhibit.Summary.Fact(label, cell);
    }
}
