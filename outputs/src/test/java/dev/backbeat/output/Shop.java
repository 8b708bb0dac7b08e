package dev.backbeat.output;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Numbers;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import dev.backbeat.model.Time;
import dev.backbeat.model.Tree;
import java.util.List;
import java.util.Optional;

/// An answer about a shop as analyses give them.
public final class Shop {

    /// A page of a rule.
    public static final RuleTexts RULES = rule -> rule.equals("EXEC001")
            ? Optional.of(RuleText.of("""
                    # EXEC001: reported as completed, and yet a handler failed

                    **What.** An execution was reported as completed, and one of its
                    handlers failed.

                    **What to do.** Mend the handler.
                    """, "https://example.org/rules/EXEC001.md"))
            : Optional.empty();

    private Shop() {}

    /// Findings of each severity: with code and log, with log alone, with neither; and the same one twice.
    public static Answer answer() {
        Reference code = new Reference.ToCode(
                new CodePlace("shop", "plugins/check out/charge#1.ts", 28, 40, "f78e56ca9f".repeat(4)));
        Reference place = new Reference.ToPlace(new Place(new Origin(5, 79_731), "/var/log/shop/C:d äö.log", 727));
        Reference relative = new Reference.ToPlace(new Place(new Origin(6, 12), "logs\\today.log", 0));
        Reference handler = new Reference.ToHandler(new HandlerKey("CheckoutPlugin", "place-order", "chargeCard"));
        Reference execution = new Reference.ToExecution(new ExecutionId(255));
        List<Finding> findings = List.of(
                new Finding(
                        "EXEC001",
                        Severity.ERROR,
                        "`CheckoutPlugin.chargeCard` failed in 5 of its 26 runs",
                        5,
                        List.of(place, code, handler, execution),
                        "see `backbeat raw 5:79731`"),
                new Finding(
                        "EXEC001",
                        Severity.ERROR,
                        "`CheckoutPlugin.chargeCard` failed in 1 of its 2 runs in another build",
                        1,
                        List.of(code, handler),
                        ""),
                new Finding("CLAIM003", Severity.WARNING, "a report counts 4, the log 7", 3, List.of(relative), ""),
                new Finding("PERF002", Severity.INFO, "it waits 3 ms", 0, List.of(), "look at {0} [x](y)"));
        List<Exhibit.Findings.Checked> rules = List.of(
                new Exhibit.Findings.Checked("EXEC001", 209),
                new Exhibit.Findings.Checked("EXEC002", 209),
                new Exhibit.Findings.Checked("PERF004", 0));
        return Answer.of(
                "shop",
                "what of the shop?",
                List.of(
                        new Exhibit.Findings("worth a look", findings, rules, "nothing is"),
                        new Exhibit.Summary(
                                "figures",
                                List.of(
                                        new Exhibit.Summary.Fact("executions", Cell.count(1209)),
                                        new Exhibit.Summary.Fact("their time", Cell.duration(38_400_000_000L)))),
                        table(),
                        new Exhibit.Matrix(
                                "over time",
                                List.of(Cell.code("chargeCard")),
                                List.of(Cell.instant(1_795_379_530_000_000_000L), Cell.instant(0)),
                                List.of(5L, Time.UNKNOWN),
                                Exhibit.Matrix.Quantity.DURATION,
                                "")));
    }

    private static Exhibit.Table table() {
        List<List<Cell>> rows = List.of(
                List.of(
                        Cell.code("Checkout.chargeCard, \"first\""),
                        Cell.count(26),
                        Cell.duration(9_000_000),
                        Cell.share(193, 1000),
                        Cell.change(4, 1),
                        Cell.instant(1_795_379_530_499_999_999L),
                        Cell.spark(List.of(1L, Time.UNKNOWN, 3L))),
                List.of(
                        Cell.text("=HYPERLINK(\"x\")"),
                        Cell.count(-1),
                        Cell.unknown(),
                        Cell.share(1, 1),
                        Cell.unknown(),
                        Cell.unknown(),
                        Cell.spark(List.of())));
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.text("handler"),
                Exhibit.Column.number("runs"),
                Exhibit.Column.number("p50").noted("nearest rank"),
                Exhibit.Column.number("part"),
                Exhibit.Column.number("trend"),
                Exhibit.Column.text("first"),
                Exhibit.Column.text("by hour"));
        return new Exhibit.Table("handlers | by time", columns, rows, 45, "");
    }

    /// Two executions, one of which has a beat twice.
    public static Exhibit.Timeline timeline() {
        List<Exhibit.Summary.Fact> facts = List.of(
                new Exhibit.Summary.Fact("outcome", Cell.text("completed")),
                new Exhibit.Summary.Fact("number", Cell.count(1)),
                new Exhibit.Summary.Fact("handler", Cell.code("Cart.add")),
                new Exhibit.Summary.Fact("handler", Cell.code("Audit.note")));
        long start = 1_795_379_530_499_999_999L;
        Exhibit.Timeline.Step add = new Exhibit.Timeline.Step(Cell.code("Add Line"), start, start + 2_000_000, facts);
        Exhibit.Timeline.Step total =
                new Exhibit.Timeline.Step(Cell.code("Compute \"Total\""), Time.UNKNOWN, Time.UNKNOWN, List.of());
        List<Exhibit.Summary.Fact> known = List.of(
                new Exhibit.Summary.Fact("sequence id", Cell.code("cart-add")),
                new Exhibit.Summary.Fact("status", Cell.text("completed")));
        return new Exhibit.Timeline(
                "executions, beat by beat",
                List.of(
                        new Exhibit.Timeline.Track(Cell.code("00000000000000ff"), known, List.of(add, total)),
                        new Exhibit.Timeline.Track(Cell.code("0000000000000100"), known, List.of(add, add, total))),
                7,
                "none");
    }

    /// What the timeline folds to.
    public static Exhibit.Graph graph() {
        return new Exhibit.Graph(
                "which beat follows which",
                List.of(
                        new Exhibit.Graph.Node(Cell.text("start"), 2),
                        new Exhibit.Graph.Node(Cell.code("Add Line"), 3),
                        new Exhibit.Graph.Node(Cell.code("Compute \"Total\""), 2)),
                List.of(
                        new Exhibit.Graph.Edge(0, 1, 2),
                        new Exhibit.Graph.Edge(1, 1, 1),
                        new Exhibit.Graph.Edge(1, 2, 2)),
                "none");
    }

    /// Two sessions, one of which has an execution with its beats and handlers, two executions at once and
    /// a mark; and the queue of the other one, whose bars stand for several.
    public static Lanes lanes() {
        List<Cell> names = List.of(
                Cell.code("Place Order"),
                Cell.code("Charge \"Card\""),
                Cell.code("Checkout.chargeCard")
                        .to(new Reference.ToHandler(new HandlerKey("CheckoutPlugin", "place-order", "chargeCard")))
                        .to(new Reference.ToCode(
                                new CodePlace("shop", "plugins/checkout/charge.ts", 28, 40, "f78e56ca9f".repeat(4)))),
                Cell.text("the card was refused"));
        Lanes.Bars bars = new Lanes.Bars(
                Numbers.of(1, 1, 1, 1, 1, 3),
                Numbers.of(0, 1, 2, 0, 1, 0),
                Numbers.of(0, 2, 3, 0, 2, 5),
                Numbers.of(0, 1, 2, 0, 1, 0),
                Numbers.of(0, 0, 1_000_001, 5_000_000, 6_500_000, 0),
                Numbers.of(10_000_000, 6_000_000, 4_999_999, 7_000_000, -1, 2_000_000),
                Numbers.of(1, 1, 1, 1, 1, 1_200),
                Numbers.of(10_000_000, 6_000_000, 4_999_999, 7_000_000, 0, 1_500_000),
                Numbers.of(0, 2, 7, 0, 32, 8),
                Numbers.of(-1, 0, 1, -1, 3, -1),
                Numbers.of(0, 0, 0, 1, 1, -1),
                Numbers.of(0, 120, 240, 300, 360, -1));
        return new Lanes(
                "what ran when",
                1_795_379_530_499_999_999L,
                1_795_379_531_499_999_999L,
                List.of(
                        new Lanes.Lane(Cell.code("00000000000000aa"), -1, Lanes.LaneKind.SESSION, 0, ""),
                        new Lanes.Lane(Cell.code("Place Order"), 0, Lanes.LaneKind.SEQUENCE, 4, ""),
                        new Lanes.Lane(Cell.code("00000000000000bb"), -1, Lanes.LaneKind.SESSION, 0, ""),
                        new Lanes.Lane(Cell.text("in the queue"), 2, Lanes.LaneKind.QUEUE, 1, "")),
                names,
                List.of(
                        new Lanes.Run("00000000000000ff", 3, Cell.code("Place Order")),
                        new Lanes.Run("0000000000000100", -1, Cell.code("Place Order"))),
                bars,
                new Lanes.Marks(
                        Numbers.of(1),
                        Numbers.of(0),
                        Numbers.of(3),
                        Numbers.of(6_000_000),
                        Numbers.of(1),
                        Numbers.of(0),
                        Numbers.of(420)),
                new Lanes.Links(Numbers.of(4), Numbers.of(1), Numbers.of(0)),
                1_205,
                "none");
    }

    /// Time by sequence, beat and handler; the second beat ran first.
    public static Tree tree() {
        return new Tree(
                "time by sequence, beat and handler",
                Exhibit.Matrix.Quantity.DURATION,
                List.of(
                        Cell.code("Place Order"),
                        Cell.code("Charge Card"),
                        Cell.code("Validate"),
                        Cell.code("Checkout.chargeCard")
                                .to(new Reference.ToCode(new CodePlace(
                                        "shop", "plugins/checkout/charge.ts", 28, 40, "f78e56ca9f".repeat(4))))),
                new Tree.Nodes(
                        Numbers.of(-1, 0, 0, 1, 2),
                        Numbers.of(0, 1, 2, 3, 3),
                        List.of("sequence", "beat", "beat", "handler", "handler"),
                        Numbers.of(100, 70, 20, 60, 20),
                        Numbers.of(10, 10, 0, 60, 20),
                        Numbers.of(2, 2, 2, 2, 2),
                        Numbers.of(0, 1, 0, 0, 0)),
                "none");
    }
}
