package dev.backbeat.analysis.conformance;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import java.util.ArrayList;
import java.util.List;

/// Shows the conformance.
final class Tables {

    private static final String EMPTY =
            "no execution of a documented sequence is there; see `backbeat executions`, and `backbeat map --code <dir>`";

    private Tables() {}

    static Exhibit.Summary summary(Conformance answer) {
        long moves = answer.sequences().stream()
                .mapToLong(Conformance.SequenceLine::deviations)
                .sum();
        long worst = answer.sequences().stream()
                .mapToLong(Conformance.SequenceLine::worst)
                .sum();
        long compared = answer.sequences().stream()
                .mapToLong(Conformance.SequenceLine::executions)
                .sum();
        long conforming = answer.sequences().stream()
                .mapToLong(Conformance.SequenceLine::conforming)
                .sum();
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        facts.add(new Exhibit.Summary.Fact("executions compared", Cell.count(compared)));
        facts.add(new Exhibit.Summary.Fact("without a deviation", Cell.count(conforming)));
        facts.add(new Exhibit.Summary.Fact("fitness", Cell.share(worst - moves, worst)));
        facts.add(new Exhibit.Summary.Fact("variants", Cell.count(answer.allVariants())));
        facts.add(new Exhibit.Summary.Fact("retries", Cell.count(answer.retries())));
        fact(facts, "of undocumented sequences", answer.undocumented());
        fact(facts, "cut off by the end of their log", answer.cutOff());
        fact(facts, "asked for and never begun", answer.neverStarted());
        fact(facts, "not comparable", answer.unsettled());
        return new Exhibit.Summary("does production do what is documented?", facts);
    }

    private static void fact(List<Exhibit.Summary.Fact> facts, String label, long count) {
        if (count > 0) {
            facts.add(new Exhibit.Summary.Fact(label, Cell.count(count)));
        }
    }

    static Exhibit.Findings findings(Conformance answer) {
        return new Exhibit.Findings(
                "deviations",
                answer.findings(),
                answer.rules().stream()
                        .map(rule -> new Exhibit.Findings.Checked(rule.rule(), rule.checks()))
                        .toList(),
                answer.absence().isEmpty()
                        ? "all %,d executions do what is documented".formatted(answer.executions())
                        : answer.absence());
    }

    static Exhibit.Table sequences(Conformance answer) {
        List<List<Cell>> rows = answer.sequences().stream()
                .map(line -> List.of(
                        Cell.code(line.name()).to(new Reference.ToSequence(line.sequence())),
                        Cell.share(line.worst() - line.deviations(), line.worst()),
                        new Cell(
                                Cell.count(line.executions()).value(),
                                line.alike().leads()),
                        new Cell(
                                Cell.count(line.conforming()).value(),
                                line.conform().leads()),
                        Cell.count(line.variants()),
                        Cell.count(line.documents()),
                        Cell.code(line.document())))
                .toList();
        return new Exhibit.Table(
                "sequences, the least fitting first",
                List.of(
                        Exhibit.Column.text("sequence"),
                        Exhibit.Column.number("fitness")
                                .noted("1 − deviating moves / moves if nothing fitted, over all executions"),
                        Exhibit.Column.number("executions"),
                        Exhibit.Column.number("conforming"),
                        Exhibit.Column.number("variants"),
                        Exhibit.Column.number("documents")
                                .noted("documents that say something of their own; the best fitting one counts"),
                        Exhibit.Column.text("document")),
                rows,
                answer.sequences().size(),
                answer.absence().isEmpty() ? EMPTY : answer.absence());
    }

    static Exhibit.Table variants(Conformance answer) {
        List<List<Cell>> rows = answer.variants().stream()
                .map(line -> List.of(
                        Cell.code(line.sequence()).to(new Reference.ToSequence(line.sequence())),
                        Cell.text(line.deviations().isEmpty() ? "as documented" : line.deviations()),
                        new Cell(
                                Cell.count(line.executions()).value(),
                                line.alike().leads()),
                        Cell.share(line.executions(), line.executionsOf()),
                        Cell.share(line.worst() - line.moves(), line.worst()),
                        line.place() == null
                                ? Cell.unknown()
                                : new Cell(
                                        Cell.place(line.place()).value(),
                                        List.of(
                                                new Reference.ToPlace(line.place()),
                                                new Reference.ToExecution(line.first()))),
                        Cell.code(line.beats())))
                .toList();
        return new Exhibit.Table(
                "variants, the most deviating first",
                List.of(
                        Exhibit.Column.text("sequence"),
                        Exhibit.Column.text("deviations"),
                        Exhibit.Column.number("executions"),
                        Exhibit.Column.number("share").noted("of the executions of the sequence"),
                        Exhibit.Column.number("fitness"),
                        Exhibit.Column.text("first at"),
                        Exhibit.Column.text("beats").noted("✗ marks a beat that failed, or a handler of which did")),
                rows,
                answer.allVariants(),
                answer.absence().isEmpty() ? EMPTY : answer.absence());
    }
}
