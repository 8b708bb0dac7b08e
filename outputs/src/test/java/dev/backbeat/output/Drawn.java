package dev.backbeat.output;

import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Lanes.BarKind;
import dev.backbeat.model.Lanes.Flag;
import dev.backbeat.model.Lanes.LaneKind;
import dev.backbeat.model.Lanes.MarkKind;
import dev.backbeat.model.Numbers;
import dev.backbeat.model.Reference;
import java.util.ArrayList;
import java.util.List;

/// Lanes, put together bar by bar.
public final class Drawn {

    private final List<Lanes.Lane> lanes = new ArrayList<>();
    private final List<Cell> names = new ArrayList<>();
    private final List<long[]> bars = new ArrayList<>();
    private final List<long[]> marks = new ArrayList<>();
    private final List<long[]> links = new ArrayList<>();

    /// A session with an execution whose second beat has a handler that goes on beyond it, an execution that
    /// overlaps it and was caused by it, and one in its queue.
    public static Lanes shop() {
        Drawn shop = new Drawn();
        int session = shop.lane("browse.log", -1, LaneKind.SESSION);
        int order = shop.lane("Place Order", session, LaneKind.SEQUENCE);
        int place = shop.bar(order, 0, BarKind.EXECUTION, "Place Order", 0, 90, -1, 0);
        int movement = shop.bar(order, 1, BarKind.MOVEMENT, "Checkout", 0, 90, place, 0);
        int validate = shop.bar(order, 2, BarKind.BEAT, "1 cart:validate", 0, 30, movement, 0);
        shop.bar(order, 3, BarKind.HANDLER, "Checkout.validate", 0, 30, validate, Flag.CRITICAL.bit());
        int pay = shop.bar(order, 2, BarKind.BEAT, "2 payment:authorize", 30, 60, movement, Flag.FAILED.bit());
        shop.bar(order, 3, BarKind.HANDLER, "Checkout.authorize", 30, 60, pay, 0);
        shop.bar(order, 3, BarKind.BEYOND, "Checkout.authorize", 90, 25, pay, 0);
        int again = shop.bar(order, 0, BarKind.EXECUTION, "Place Order", 60, 80, -1, Flag.OPEN.bit());
        shop.bar(order, 1, BarKind.BEAT, "1 cart:validate", 60, -1, again, 0);
        int queue = shop.lane("queue", session, LaneKind.QUEUE);
        shop.bar(queue, 0, BarKind.QUEUED, "Place Order", 40, 20, -1, 0);
        shop.mark(order, MarkKind.ERROR, "card declined", 70);
        shop.mark(shop.lane("mounts", session, LaneKind.MOUNTS), MarkKind.MOUNT_FAILED, "Reviews", 5);
        shop.links.add(new long[] {pay, again, 1});
        return shop.lanes();
    }

    /// A lane.
    public int lane(String name, int parent, LaneKind kind) {
        lanes.add(new Lanes.Lane(Cell.text(name), parent, kind, 4, ""));
        return lanes.size() - 1;
    }

    /// A bar; times are in milliseconds.
    public int bar(int lane, int row, BarKind kind, String name, long start, long duration, int parent, long flags) {
        long nanos = duration < 0 ? -1 : duration * 1_000_000 + 500;
        bars.add(new long[] {
            lane, row, kind.ordinal(), name(name), start * 1_000_000, nanos, 1, Math.max(0, nanos), flags, parent, 0, 17
        });
        return bars.size() - 1;
    }

    private void mark(int lane, MarkKind kind, String name, long at) {
        marks.add(new long[] {lane, kind.ordinal(), name(name), at * 1_000_000, 1, 0, 99});
    }

    private int name(String name) {
        Cell cell = Cell.text(name);
        if (name.startsWith("Checkout.")) {
            Reference handler = new Reference.ToHandler(new HandlerKey("Checkout", "order", name.substring(9)));
            CodePlace line = new CodePlace("shop", "src/order.js", name.length(), name.length(), null);
            cell = new Cell(Cell.code(name).value(), List.of(handler, new Reference.ToCode(line)));
        }
        names.add(cell);
        return names.size() - 1;
    }

    /// All of it.
    public Lanes lanes() {
        List<Numbers> bar = columns(bars, 12);
        List<Numbers> mark = columns(marks, 7);
        List<Numbers> link = columns(links, 3);
        return new Lanes(
                "what ran when",
                1_795_379_530_499_999_999L,
                1_795_379_530_699_999_999L,
                lanes,
                names,
                List.of(new Lanes.Run("00000000000000ff", 2, Cell.text("Place Order"))),
                new Lanes.Bars(
                        bar.get(0),
                        bar.get(1),
                        bar.get(2),
                        bar.get(3),
                        bar.get(4),
                        bar.get(5),
                        bar.get(6),
                        bar.get(7),
                        bar.get(8),
                        bar.get(9),
                        bar.get(10),
                        bar.get(11)),
                new Lanes.Marks(
                        mark.get(0), mark.get(1), mark.get(2), mark.get(3), mark.get(4), mark.get(5), mark.get(6)),
                new Lanes.Links(link.get(0), link.get(1), link.get(2)),
                bars.size(),
                "nothing ran");
    }

    private static List<Numbers> columns(List<long[]> rows, int width) {
        List<Numbers> columns = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            int at = column;
            columns.add(Numbers.of(rows.stream().mapToLong(row -> row[at]).toArray()));
        }
        return columns;
    }
}
