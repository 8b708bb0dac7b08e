package dev.backbeat.analysis.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Rows and overlaps beside what follows from looking at every pair.
class PackingTest {

    private record Interval(int group, long from, long to) {}

    private static List<Interval> intervals(Random random) {
        List<Interval> all = new ArrayList<>();
        int size = random.nextInt(40);
        for (int i = 0; i < size; i++) {
            long from = random.nextInt(50);
            all.add(new Interval(random.nextInt(3), from, from + random.nextInt(12)));
        }
        return all;
    }

    @Test
    void noRowHoldsTwoThingsAtOnceAndNoneIsMoreThanNeeded() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Interval> all = new ArrayList<>(intervals(random));
            all.sort(Comparator.comparingLong(Interval::from));
            Packing packing = new Packing();
            int[] rows =
                    all.stream().mapToInt(one -> packing.row(one.from, one.to)).toArray();
            for (int i = 0; i < rows.length; i++) {
                for (int j = i + 1; j < rows.length; j++) {
                    boolean overlap = all.get(i).to > all.get(j).from && all.get(j).to > all.get(i).from;
                    assertThat(overlap && rows[i] == rows[j]).isFalse();
                }
            }
            int most = 0;
            for (long moment = 0; moment < 70; moment++) {
                long at = moment;
                // Something of no length takes a row at its moment where that is taken.
                most = Math.max(most, (int) all.stream()
                        .filter(one -> one.from <= at && (at < one.to || (one.from == one.to && one.from == at)))
                        .count());
            }
            assertThat(packing.rows()).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void whatOverlapsIsWhatEveryPairSays() {
        Random random = new Random(8);
        for (int round = 0; round < 500; round++) {
            List<Interval> all = intervals(random);
            boolean[] told = Overlaps.of(all, Interval::group, Interval::from, Interval::to);
            for (int i = 0; i < told.length; i++) {
                Interval one = all.get(i);
                boolean naive = false;
                for (int j = 0; j < told.length; j++) {
                    Interval other = all.get(j);
                    naive |= i != j
                            && one.group == other.group
                            && Math.min(one.to, other.to) > Math.max(one.from, other.from);
                }
                assertThat(told[i]).as("%s of %s", one, all).isEqualTo(naive);
            }
        }
    }

    @Test
    void whatHasNoTimeOverlapsNothing() {
        List<Interval> all = List.of(new Interval(0, Time.UNKNOWN, 9), new Interval(0, 0, 9), new Interval(0, 9, 12));
        assertThat(Overlaps.of(all, Interval::group, Interval::from, Interval::to))
                .containsExactly(false, false, false);
    }
}
