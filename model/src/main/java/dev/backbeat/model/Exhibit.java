package dev.backbeat.model;

import java.util.List;

/// A piece of an answer, ready to be shown: the second narrow waist. Analyses and lookups make exhibits and
/// know no output; outputs show exhibits and know no analysis.
public sealed interface Exhibit
        permits Exhibit.Summary,
                Exhibit.Table,
                Exhibit.Findings,
                Exhibit.Matrix,
                Exhibit.Timeline,
                Exhibit.Graph,
                Lanes,
                Tree,
                Exhibit.Coverage,
                Exhibit.Document {

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
