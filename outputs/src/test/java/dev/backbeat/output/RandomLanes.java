package dev.backbeat.output;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Numbers;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Lanes whose bars overlap as they please, many of them at the same moments.
public final class RandomLanes {

    private static final int LANES = 3;
    private static final int MOMENTS = 30;

    private RandomLanes() {}

    /// Lanes, and always the same ones.
    public static Lanes of(long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(40);
        Numbers counts = column(size, () -> 1 + random.nextInt(3));
        Lanes.Bars bars = new Lanes.Bars(
                column(size, () -> random.nextInt(LANES)),
                column(size, () -> random.nextInt(2)),
                column(size, () -> random.nextInt(Lanes.BarKind.values().length)),
                column(size, () -> 0),
                column(size, () -> random.nextInt(MOMENTS)),
                column(size, () -> random.nextInt(MOMENTS) - 1),
                counts,
                column(size, () -> 0),
                column(size, () -> random.nextInt(1 << Lanes.Flag.values().length)),
                Numbers.of(IntStream.range(0, size).mapToLong(bar -> random.nextInt(bar + 1) - 1)),
                column(size, () -> -1),
                column(size, () -> -1));
        return new Lanes(
                "at random",
                0,
                2L * MOMENTS,
                List.of(
                        new Lanes.Lane(Cell.text("a"), -1, Lanes.LaneKind.SESSION, 2, ""),
                        new Lanes.Lane(Cell.text("b"), 0, Lanes.LaneKind.SEQUENCE, 2, ""),
                        new Lanes.Lane(Cell.text("c"), -1, Lanes.LaneKind.VARIANT, 2, "")),
                List.of(Cell.text("n")),
                List.of(),
                bars,
                Lanes.Marks.none(),
                new Lanes.Links(
                        column(5, () -> random.nextInt(size)),
                        column(5, () -> random.nextInt(size)),
                        column(5, () -> random.nextInt(2))),
                counts.stream().sum(),
                "");
    }

    private static Numbers column(int size, LongSupplier value) {
        return Numbers.of(LongStream.generate(value).limit(size));
    }
}
