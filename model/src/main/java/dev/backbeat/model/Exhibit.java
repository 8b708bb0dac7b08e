package dev.backbeat.model;

import java.util.List;

/// A piece of an answer, ready to be shown: the second narrow waist. Analyses and lookups make exhibits and
/// know no output; outputs show exhibits and know no analysis.
public sealed interface Exhibit {

    /// What it shows, in a few words.
    String title();

    /// Some figures, each with a label.
    record Summary(String title, List<Fact> facts) implements Exhibit {

        /// Copies.
        public Summary {
            facts = List.copyOf(facts);
        }

        /// A figure with a label.
        public record Fact(String label, Cell cell) {}
    }

    /// Rows of cells.
    ///
    /// @param columns the columns, as many as each row has cells
    /// @param total how many rows there are, shown or not
    /// @param whenEmpty why there are none and what to do, shown where there are none
    record Table(String title, List<Column> columns, List<List<Cell>> rows, long total, String whenEmpty)
            implements Exhibit {

        /// Copies.
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /// All rows there are.
        public static Table of(String title, List<Column> columns, List<List<Cell>> rows, String whenEmpty) {
            return new Table(title, columns, rows, rows.size(), whenEmpty);
        }
    }

    /// A column of a table.
    ///
    /// @param note what stands under the table about it, such as a formula; empty where nothing needs saying
    record Column(String title, Kind kind, String note) {

        /// What stands in a column.
        public enum Kind {
            /// Words and names, cut where there is no room.
            TEXT,
            /// Figures, aligned right.
            NUMBER,
            /// Raw lines, never cut.
            LINE
        }

        /// A column of words and names.
        public static Column text(String title) {
            return new Column(title, Kind.TEXT, "");
        }

        /// A column of figures.
        public static Column number(String title) {
            return new Column(title, Kind.NUMBER, "");
        }

        /// The same column with a note.
        public Column noted(String words) {
            return new Column(title, kind, words);
        }

        /// A column of raw lines.
        public static Column line(String title) {
            return new Column(title, Kind.LINE, "");
        }
    }

    /// Findings, the most severe first.
    ///
    /// @param rules the rules that were checked
    /// @param whenEmpty what it means that there are none
    record Findings(String title, List<Finding> findings, List<Checked> rules, String whenEmpty) implements Exhibit {

        /// Copies.
        public Findings {
            findings = List.copyOf(findings);
            rules = List.copyOf(rules);
        }

        /// A rule that was checked, and how often.
        public record Checked(String rule, long checks) {}
    }

    /// Figures by two things, such as a heatmap of handlers over time.
    ///
    /// @param rows what the rows are, from above
    /// @param columns what the columns are, from the left
    /// @param values row by row; [Time#UNKNOWN] where there is none
    /// @param quantity what the values are
    /// @param whenEmpty why there are none and what to do, shown where there are none
    record Matrix(
            String title, List<Cell> rows, List<Cell> columns, List<Long> values, Quantity quantity, String whenEmpty)
            implements Exhibit {

        /// Copies and checks.
        public Matrix {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            values = List.copyOf(values);
            if (values.size() != rows.size() * columns.size()) {
                throw new IllegalArgumentException("a value for each row and column");
            }
        }

        /// What the values are.
        public enum Quantity {
            /// How long, in nanoseconds.
            DURATION,
            /// How many.
            COUNT
        }
    }

    /// What happened in several runs of something, step by step.
    ///
    /// @param tracks the runs, from above
    /// @param total how many runs there are, shown or not
    /// @param whenEmpty why there are none and what to do, shown where there are none
    record Timeline(String title, List<Track> tracks, long total, String whenEmpty) implements Exhibit {

        /// Copies.
        public Timeline {
            tracks = List.copyOf(tracks);
        }

        /// One run.
        ///
        /// @param name what it is called
        /// @param attributes what else is known about it
        /// @param steps in order
        public record Track(Cell name, List<Summary.Fact> attributes, List<Step> steps) {

            /// Copies.
            public Track {
                attributes = List.copyOf(attributes);
                steps = List.copyOf(steps);
            }
        }

        /// One step of a run.
        ///
        /// @param name what it is called
        /// @param startNanos when it began, in epoch nanoseconds; [Time#UNKNOWN] where the log does not say
        /// @param endNanos when it ended, likewise
        /// @param attributes what else is known about it
        public record Step(Cell name, long startNanos, long endNanos, List<Summary.Fact> attributes) {

            /// Copies.
            public Step {
                attributes = List.copyOf(attributes);
            }
        }
    }

    /// Things and the ways between them.
    ///
    /// @param nodes the things
    /// @param edges the ways, by the positions of the things, from 0
    /// @param whenEmpty why there are none and what to do, shown where there are none
    record Graph(String title, List<Node> nodes, List<Edge> edges, String whenEmpty) implements Exhibit {

        /// Copies and checks.
        public Graph {
            nodes = List.copyOf(nodes);
            edges = List.copyOf(edges);
            for (Edge edge : edges) {
                if (Math.min(edge.from, edge.to) < 0 || Math.max(edge.from, edge.to) >= nodes.size()) {
                    throw new IllegalArgumentException("an edge leads from a node to a node");
                }
            }
        }

        /// A thing, and how often it was met.
        public record Node(Cell name, long count) {}

        /// A way, and how often it was taken.
        public record Edge(int from, int to, long count) {}
    }

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
    record Lanes(
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
                Numbers lane,
                Numbers kind,
                Numbers name,
                Numbers at,
                Numbers count,
                Numbers execution,
                Numbers offset) {

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

    /// Figures by the way that leads to them, such as time by sequence, movement, beat and handler.
    ///
    /// @param quantity what the figures are
    /// @param names what nodes are called, which refer to them by position, from 0
    /// @param whenEmpty why there are none and what to do, shown where there are none
    record Tree(String title, Matrix.Quantity quantity, List<Cell> names, Nodes nodes, String whenEmpty)
            implements Exhibit {

        /// Copies and checks.
        public Tree {
            names = List.copyOf(names);
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.parent.at(i) < -1 || nodes.parent.at(i) >= i) {
                    throw new IllegalArgumentException("a parent stands before its children");
                }
                if (nodes.name.at(i) < 0 || nodes.name.at(i) >= names.size()) {
                    throw new IllegalArgumentException("there is no such `name`");
                }
            }
        }

        /// Nodes, as columns of equal length.
        ///
        /// @param parent the position of the node above, -1 where there is none
        /// @param kind what each is, such as `sequence`, `movement`, `beat` or `handler`
        /// @param total the figure of the node and all below it
        /// @param self the figure of the node alone
        /// @param count how many runs it stands for
        /// @param order its position in time among those of the same parent, from 0
        public record Nodes(
                Numbers parent,
                Numbers name,
                List<String> kind,
                Numbers total,
                Numbers self,
                Numbers count,
                Numbers order) {

            /// Copies and checks.
            public Nodes {
                kind = List.copyOf(kind);
                for (Numbers column : List.of(name, total, self, count, order)) {
                    if (column.size() != parent.size() || kind.size() != parent.size()) {
                        throw new IllegalArgumentException("columns are equally long");
                    }
                }
            }

            /// How many nodes there are.
            public int size() {
                return parent.size();
            }
        }
    }

    /// How often functions ran.
    ///
    /// @param files the files that hold them, by path
    /// @param whenEmpty why there are none and what to do, shown where there are none
    record Coverage(String title, List<Source> files, String whenEmpty) implements Exhibit {

        /// Copies.
        public Coverage {
            files = List.copyOf(files);
        }

        /// A file of code.
        ///
        /// @param path within its checkout, with `/`
        /// @param functions by line
        public record Source(String path, List<Function> functions) {

            /// Copies.
            public Source {
                functions = List.copyOf(functions);
            }
        }

        /// A function.
        ///
        /// @param name what it is called, and what that leads to
        /// @param line its first line, from 1
        /// @param endLine its last line
        /// @param runs how often it ran
        public record Function(Cell name, int line, int endLine, long runs) {}
    }

    /// Words and excerpts of text, from above.
    record Document(String title, List<Block> blocks) implements Exhibit {

        /// Copies.
        public Document {
            blocks = List.copyOf(blocks);
        }

        /// A part of a document.
        public sealed interface Block {

            /// Words.
            record Paragraph(String text) implements Block {}

            /// Consecutive lines of code or of a log.
            ///
            /// @param language such as `typescript`; `log` for raw lines
            /// @param place where they stand, as people say it
            /// @param firstLine the number of the first, from 1
            /// @param marked the number of the line that is meant; 0 where none is
            record Listing(String language, String place, long firstLine, long marked, List<String> lines)
                    implements Block {

                /// Copies.
                public Listing {
                    lines = List.copyOf(lines);
                }
            }
        }
    }
}
