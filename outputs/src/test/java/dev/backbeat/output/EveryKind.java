package dev.backbeat.output;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Document.Block;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Numbers;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.model.Reference;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Severity;
import dev.backbeat.model.Time;
import dev.backbeat.model.Tree;
import java.util.List;

/// An answer with an exhibit, a value, a reference and a block of every kind, all of whose texts are the
/// same.
public final class EveryKind {

    private EveryKind() {}

    /// The answer.
    public static Answer saying(String text) {
        List<Exhibit> exhibits = List.of(
                new Exhibit.Summary(text, List.of(new Exhibit.Summary.Fact(text, Cell.text(text)))),
                table(text),
                findings(text),
                new Exhibit.Matrix(
                        text,
                        List.of(Cell.code(text)),
                        List.of(Cell.instant(1), Cell.unknown()),
                        List.of(5L, Time.UNKNOWN),
                        Exhibit.Matrix.Quantity.DURATION,
                        text),
                new Exhibit.Document(
                        text,
                        List.of(
                                new Block.Paragraph(text),
                                new Block.Listing("log", text, 1_000_000, 1_000_001, List.of(text, text)))),
                timeline(text),
                new Lanes(
                        text,
                        1_795_379_530_499_999_999L,
                        1_795_379_531_499_999_999L,
                        List.of(new Lanes.Lane(Cell.code(text), -1, Lanes.LaneKind.EXECUTION, 2, text)),
                        List.of(Cell.code(text)),
                        List.of(new Lanes.Run("ffffffffffffffff", 1, Cell.text(text))),
                        new Lanes.Bars(
                                Numbers.of(0, 0),
                                Numbers.of(0, 1),
                                Numbers.of(2, 3),
                                Numbers.of(0, 0),
                                Numbers.of(0, 200),
                                Numbers.of(500_000_000, -1),
                                Numbers.of(1, 2),
                                Numbers.of(500_000_000, 0),
                                Numbers.of(2, 33),
                                Numbers.of(-1, 0),
                                Numbers.of(0, -1),
                                Numbers.of(20, -1)),
                        new Lanes.Marks(
                                Numbers.of(0),
                                Numbers.of(0),
                                Numbers.of(0),
                                Numbers.of(7),
                                Numbers.of(1),
                                Numbers.of(0),
                                Numbers.of(-1)),
                        new Lanes.Links(Numbers.of(0), Numbers.of(1), Numbers.of(0)),
                        3,
                        text),
                new Tree(
                        text,
                        Exhibit.Matrix.Quantity.DURATION,
                        List.of(Cell.code(text), Cell.text("all")),
                        new Tree.Nodes(
                                Numbers.of(-1, 0),
                                Numbers.of(1, 0),
                                List.of("all", "handler"),
                                Numbers.of(5, 5),
                                Numbers.of(0, 5),
                                Numbers.of(1, 2),
                                Numbers.of(0, 0)),
                        text),
                new Exhibit.Graph(
                        text,
                        List.of(
                                new Exhibit.Graph.Node(Cell.code(text), 2),
                                new Exhibit.Graph.Node(Cell.text("end"), 2)),
                        List.of(new Exhibit.Graph.Edge(0, 1, 2), new Exhibit.Graph.Edge(0, 0, 1)),
                        text),
                new Exhibit.Coverage(
                        text,
                        List.of(new Exhibit.Coverage.Source(
                                text,
                                List.of(
                                        new Exhibit.Coverage.Function(Cell.code(text), 3, 5, 7),
                                        new Exhibit.Coverage.Function(Cell.code(text), 9, 9, 0)))),
                        text));
        Reference execution = new Reference.ToExecution(new ExecutionId(-1));
        return new Answer(
                "every-kind", text, exhibits, List.of(new Answer.Detail(execution, text, List.of(table(text)))));
    }

    private static Exhibit timeline(String text) {
        List<Exhibit.Summary.Fact> facts = List.of(
                new Exhibit.Summary.Fact("handler", Cell.code(text)),
                new Exhibit.Summary.Fact("handler", Cell.code("h")),
                new Exhibit.Summary.Fact("number", Cell.count(3)),
                new Exhibit.Summary.Fact("a label", Cell.duration(5)),
                new Exhibit.Summary.Fact("when", Cell.instant(1)),
                new Exhibit.Summary.Fact("1st", Cell.unknown()));
        List<Exhibit.Timeline.Step> steps = List.of(
                new Exhibit.Timeline.Step(
                        Cell.code(text), 1_795_379_530_499_999_999L, 1_795_379_530_600_000_000L, facts),
                new Exhibit.Timeline.Step(Cell.code("b"), Time.UNKNOWN, Time.UNKNOWN, List.of()));
        return new Exhibit.Timeline(
                text,
                List.of(new Exhibit.Timeline.Track(
                        Cell.code(text), List.of(new Exhibit.Summary.Fact("sequence", Cell.code(text))), steps)),
                2,
                text);
    }

    private static Exhibit table(String text) {
        Place place = new Place(new Origin(1, 20), text, 3);
        List<List<Cell>> rows = List.of(
                List.of(Cell.text(text), new Cell(new Cell.Value.Code(text), references(text))),
                List.of(Cell.count(-9_007_199_254_740_993L), Cell.bytes(2)),
                List.of(Cell.duration(3), Cell.instant(1_795_379_530_499_999_999L)),
                List.of(Cell.share(1, 4), Cell.change(4, 1)),
                List.of(Cell.spark(List.of(1L, Time.UNKNOWN)), Cell.unknown()),
                List.of(Cell.place(place), Cell.code(new CodePlace(text, text, 3, 4, null))));
        List<Exhibit.Column> columns = List.of(Exhibit.Column.text(text).noted(text), Exhibit.Column.line(text));
        return new Exhibit.Table(text, columns, rows, 100, text);
    }

    private static Exhibit findings(String text) {
        List<Finding> findings = List.of(
                new Finding("EXEC001", Severity.ERROR, text, 2, references(text), text),
                new Finding("EXEC002", Severity.WARNING, text, 1, List.of(), ""));
        return new Exhibit.Findings(text, findings, List.of(new Exhibit.Findings.Checked("EXEC001", 9)), text);
    }

    private static List<Reference> references(String text) {
        return List.of(
                new Reference.ToHandler(new HandlerKey(text, text, text)),
                new Reference.ToExecution(new ExecutionId(-1)),
                new Reference.ToExecutions(ExecutionSet.ofHandler(new HandlerKey(text, text, text))
                        .inBuild(text)
                        .ended("completed")
                        .whereItEnded("failed")),
                new Reference.ToSession(new SessionId(1)),
                new Reference.ToInput(7),
                new Reference.ToPlace(new Place(new Origin(1, 20), text, 0)),
                new Reference.ToSequence(text),
                new Reference.ToCode(new CodePlace("checkout", text, 1, 2, "ab".repeat(20))));
    }
}
