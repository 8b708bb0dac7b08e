package dev.backbeat.analysis.conformance;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Shows how executions fit a Petri net.
final class ModelTables {

    private static final long MILLION = 1_000_000;

    private ModelTables() {}

    static List<Exhibit> of(Conformance answer, Modelled model) {
        return List.of(
                summary(answer, model),
                findings(answer, model),
                variants(answer, model),
                transitions(model),
                model.net());
    }

    private static Exhibit.Summary summary(Conformance answer, Modelled model) {
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        facts.add(fact("model", Cell.code(model.file())));
        facts.add(fact("executions compared", Cell.count(model.executions())));
        facts.add(fact("without a deviation", Cell.count(model.fitting())));
        facts.add(fact("share of those", Cell.share(model.fitting(), model.executions())));
        facts.add(fact("fitness", Cell.share(model.worst() - model.deviations(), model.worst())));
        facts.add(fact(
                "mean fitness of an execution", Cell.share(model.fitnessMillionths(), model.executions() * MILLION)));
        facts.add(fact("variants", Cell.count(model.allVariants())));
        String labels =
                "%,d of %,d".formatted(model.labels() - model.unmatched().size(), model.labels());
        facts.add(fact(
                "labels that are beats",
                Cell.text(
                        model.unmatched().isEmpty()
                                ? labels
                                : labels + ", not " + ModelCheck.some(model.unmatched()))));
        if (!model.unknown().isEmpty()) {
            facts.add(fact("beats without a label", Cell.text(ModelCheck.some(model.unknown()))));
        }
        more(facts, "not completed, so not compared", model.notCompleted());
        more(facts, "asked for and never begun", answer.neverStarted());
        more(facts, "not comparable", model.unsettled());
        return new Exhibit.Summary("does production do what the model says?", facts);
    }

    private static Exhibit.Summary.Fact fact(String label, Cell cell) {
        return new Exhibit.Summary.Fact(label, cell);
    }

    private static void more(List<Exhibit.Summary.Fact> facts, String label, long count) {
        if (count > 0) {
            facts.add(fact(label, Cell.count(count)));
        }
    }

    private static Exhibit.Findings findings(Conformance answer, Modelled model) {
        return new Exhibit.Findings(
                "deviations",
                answer.findings(),
                answer.rules().stream()
                        .map(rule -> new Exhibit.Findings.Checked(rule.rule(), rule.checks()))
                        .toList(),
                answer.absence().isEmpty()
                        ? "all %,d executions do what the model says".formatted(model.executions())
                        : answer.absence());
    }

    private static Exhibit.Table variants(Conformance answer, Modelled model) {
        List<List<Cell>> rows = model.variants().stream()
                .map(line -> List.of(
                        Cell.code(line.sequence()),
                        Cell.text(line.deviations().isEmpty() ? "as modelled" : line.deviations()),
                        Cell.count(line.cost()),
                        Cell.share(line.worst() - line.moves(), line.worst()),
                        new Cell(
                                Cell.count(line.executions()).value(),
                                line.alike().leads()),
                        Cell.share(line.executions(), model.executions()),
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
                        Exhibit.Column.number("cost")
                                .noted("10 000 for a move that deviates, 1 for an invisible one, as in PM4Py"),
                        Exhibit.Column.number("fitness")
                                .noted("1 − deviating moves / moves if nothing fitted; invisible moves do not count"),
                        Exhibit.Column.number("executions"),
                        Exhibit.Column.number("share"),
                        Exhibit.Column.text("first at"),
                        Exhibit.Column.text("beats").noted("✗ marks a beat that failed, or a handler of which did")),
                rows,
                model.allVariants(),
                answer.absence());
    }

    private static Exhibit.Table transitions(Modelled model) {
        List<List<Cell>> rows = model.transitions().stream()
                .filter(step -> !step.invisible())
                .sorted(Comparator.comparingLong(Modelled.Step::missing)
                        .reversed()
                        .thenComparing(Comparator.comparingLong(Modelled.Step::executions)
                                .reversed())
                        .thenComparing(Modelled.Step::label))
                .map(step -> List.of(
                        Cell.code(step.label()),
                        Cell.count(step.executions()),
                        Cell.count(step.together()),
                        Cell.count(step.missing()),
                        Cell.code(step.place())))
                .toList();
        return Exhibit.Table.of(
                "transitions, the most often missing first",
                List.of(
                        Exhibit.Column.text("transition"),
                        Exhibit.Column.number("executions").noted("that lead over it in their alignment"),
                        Exhibit.Column.number("as modelled").noted("beats that ran where the net has them"),
                        Exhibit.Column.number("missing").noted("how often it was passed and no beat ran"),
                        Exhibit.Column.text("stands at")),
                rows,
                "");
    }
}
