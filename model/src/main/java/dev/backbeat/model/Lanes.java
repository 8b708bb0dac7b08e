package dev.backbeat.model;

import java.util.List;

/// What ran when, on one axis of time: bars in lanes.
///
/// @param fromNanos where the axis begins, in epoch nanoseconds; 0 where each lane begins at its own time
/// @param toNanos where it ends
/// @param lanes from above
/// @param names what bars and marks are called, which refer to them by position, from 0
/// @param executions what ran, likewise
/// @param bars by lane, then by their start
/// @param marks points in time, in any order
/// @param links between bars
/// @param total how many runs there are between both ends: the sum of what the bars stand for
/// @param whenEmpty why there are none and what to do, shown where there are none
public record Lanes(
        String title,
        long fromNanos,
        long toNanos,
        List<Lane> lanes,
        List<Cell> names,
        List<Run> executions,
        Bars bars,
        Marks marks,
        Links links,
        long total,
        String whenEmpty)
        implements Exhibit {

    /// Copies and checks.
    public Lanes {
        lanes = List.copyOf(lanes);
        names = List.copyOf(names);
        executions = List.copyOf(executions);
        within("lane", bars.lane, 0, lanes.size());
        within("name", bars.name, 0, names.size());
        within("kind", bars.kind, 0, BarKind.values().length);
        within("parent", bars.parent, -1, bars.size());
        within("execution", bars.execution, -1, executions.size());
        within("lane", marks.lane, 0, lanes.size());
        within("name", marks.name, 0, names.size());
        within("kind", marks.kind, 0, MarkKind.values().length);
        within("execution", marks.execution, -1, executions.size());
        within("from", links.from, 0, bars.size());
        within("to", links.to, 0, bars.size());
        if (bars.count.stream().sum() != total) {
            throw new IllegalArgumentException("the bars stand for all runs, none is left out");
        }
    }

    private static void within(String what, Numbers column, int least, int beyond) {
        if (column.stream().anyMatch(value -> value < least || value >= beyond)) {
            throw new IllegalArgumentException("there is no such `" + what + "`");
        }
    }

    /// A lane.
    ///
    /// @param parent the position of the lane that it belongs to, -1 where it is one of its own
    /// @param kind what it is of
    /// @param rows how many rows its bars take
    /// @param note what else is to be said of it; may be empty
    public record Lane(Cell name, int parent, LaneKind kind, int rows, String note) {}

    /// What a lane is of.
    public enum LaneKind {
        /// One session.
        SESSION,
        /// All executions of a sequence.
        SEQUENCE,
        /// One execution.
        EXECUTION,
        /// Executions that took the same beats in the same order.
        VARIANT,
        /// What waits for its turn.
        QUEUE,
        /// Silences.
        GAPS,
        /// Plugins as they are mounted.
        MOUNTS
    }

    /// An execution.
    ///
    /// @param execution its id, sixteen digits
    /// @param input where the lines of its bars stand, -1 where that is not known
    public record Run(String execution, int input, Cell name) {}

    /// What a bar is of.
    public enum BarKind {
        /// An execution, from its start to its end.
        EXECUTION,
        /// A movement run.
        MOVEMENT,
        /// A beat run.
        BEAT,
        /// A handler run, up to the end of its beat run.
        HANDLER,
        /// What a handler run took beyond the end of its beat run.
        BEYOND,
        /// An execution in its queue.
        QUEUED,
        /// A handler run behind the one before it.
        WAITING,
        /// A silence.
        GAP,
        /// The mount of a plugin.
        MOUNT
    }

    /// What a mark is of.
    public enum MarkKind {
        /// An error.
        ERROR,
        /// A state key was written.
        STATE,
        /// A topic was published to.
        PUBLISH,
        /// A plugin could not be mounted.
        MOUNT_FAILED
    }

    /// What is told apart of bars; flags are sums of `1 << ordinal`.
    public enum Flag {
        /// It failed.
        FAILED,
        /// It is on the critical path of its execution.
        CRITICAL,
        /// It has the most own time on that path.
        BOTTLENECK,
        /// Another one of the same execution and kind ran meanwhile.
        PARALLEL,
        /// Its end was tied to it by order alone.
        AMBIGUOUS,
        /// It did not end in the log; it is drawn to the end of what is known.
        OPEN,
        /// It was reported as completed although something in it failed.
        CONTRADICTED;

        /// Its bit.
        public long bit() {
            return 1L << ordinal();
        }

        /// Whether it is among some flags.
        public boolean in(long flags) {
            return (flags & bit()) != 0;
        }
    }

    /// Bars, as columns of equal length.
    ///
    /// @param row within the lane, from 0
    /// @param kind ordinals of [BarKind]
    /// @param start in nanoseconds from the beginning of the axis
    /// @param duration in nanoseconds; -1 where it is not known and nothing tells
    /// @param count how many runs a bar stands for: short ones side by side are one bar
    /// @param busy how many nanoseconds of the duration something ran
    /// @param flags sums of [Flag#bit()]; of all that it stands for
    /// @param parent the position of the bar it is part of, -1 where it is of none
    /// @param execution -1 where it stands for several executions
    /// @param offset where its first line begins in the input of its execution, -1 where that is not known
    public record Bars(
            Numbers lane,
            Numbers row,
            Numbers kind,
            Numbers name,
            Numbers start,
            Numbers duration,
            Numbers count,
            Numbers busy,
            Numbers flags,
            Numbers parent,
            Numbers execution,
            Numbers offset) {

        /// Checks.
        public Bars {
            sameSize(lane, row, kind, name, start, duration, count, busy, flags, parent, execution, offset);
        }

        /// None.
        public static Bars none() {
            Numbers none = Numbers.of();
            return new Bars(none, none, none, none, none, none, none, none, none, none, none, none);
        }

        /// How many bars there are.
        public int size() {
            return lane.size();
        }

        /// What a bar is of.
        public BarKind kindAt(int index) {
            return BarKind.values()[kind.intAt(index)];
        }
    }

    /// Points in time, as columns of equal length.
    ///
    /// @param kind ordinals of [MarkKind]
    /// @param at in nanoseconds from the beginning of the axis
    /// @param count how many a mark stands for
    /// @param execution -1 where it is of none or of several
    /// @param offset as that of bars
    public record Marks(
            Numbers lane, Numbers kind, Numbers name, Numbers at, Numbers count, Numbers execution, Numbers offset) {

        /// Checks.
        public Marks {
            sameSize(lane, kind, name, at, count, execution, offset);
        }

        /// None.
        public static Marks none() {
            Numbers none = Numbers.of();
            return new Marks(none, none, none, none, none, none, none);
        }

        /// How many marks there are.
        public int size() {
            return lane.size();
        }
    }

    /// Links between bars, as columns of equal length.
    ///
    /// @param kind 0 where both are the same beat of two executions, 1 where the first one caused the other
    public record Links(Numbers from, Numbers to, Numbers kind) {

        /// Checks.
        public Links {
            sameSize(from, to, kind);
        }

        /// None.
        public static Links none() {
            return new Links(Numbers.of(), Numbers.of(), Numbers.of());
        }
    }

    private static void sameSize(Numbers... columns) {
        for (Numbers column : columns) {
            if (column.size() != columns[0].size()) {
                throw new IllegalArgumentException("columns are equally long");
            }
        }
    }
}
