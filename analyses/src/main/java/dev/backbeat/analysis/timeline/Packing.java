package dev.backbeat.analysis.timeline;

import java.util.ArrayList;
import java.util.List;

/// Gives intervals, in the order of their starts, rows in which none overlaps another: each the first that is free.
final class Packing {

    private final List<Long> ends = new ArrayList<>();

    /// The row of the next interval, from 0. Intervals that touch share a row.
    int row(long from, long to) {
        for (int row = 0; row < ends.size(); row++) {
            if (ends.get(row) <= from) {
                ends.set(row, to);
                return row;
            }
        }
        ends.add(to);
        return ends.size() - 1;
    }

    /// How many rows there are.
    int rows() {
        return ends.size();
    }
}
