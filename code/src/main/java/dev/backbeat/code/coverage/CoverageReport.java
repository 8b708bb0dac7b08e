package dev.backbeat.code.coverage;

import java.util.List;

/// What a report of a coverage tool says, file by file.
///
/// @param format the [CoverageReader#id] that read it
/// @param counted whether hits are counts; otherwise 1 stands for any number of them
/// @param files in the order of the report; a file has one entry for each test that is named
public record CoverageReport(String format, boolean counted, List<FileCoverage> files) {

    /// Copies.
    public CoverageReport {
        files = List.copyOf(files);
    }

    /// What is covered of a file.
    ///
    /// @param path as the report names it: of another machine, relative to a root, or beginning with a
    ///     package
    /// @param test the test that ran it, empty where the report tells of all tests together
    /// @param lines by line
    /// @param functions by the line they begin in
    /// @param branches by line
    public record FileCoverage(
            String path, String test, List<Line> lines, List<Function> functions, List<Branch> branches) {

        /// Copies.
        public FileCoverage {
            lines = List.copyOf(lines);
            functions = List.copyOf(functions);
            branches = List.copyOf(branches);
        }

        /// How many lines were run.
        public long linesHit() {
            return lines.stream().filter(line -> line.hits() > 0).count();
        }

        /// How many functions were called.
        public long functionsHit() {
            return functions.stream().filter(function -> function.hits() > 0).count();
        }

        /// How many branches were taken.
        public long branchesTaken() {
            return branches.stream().filter(branch -> branch.hits() > 0).count();
        }
    }

    /// A line that can be run.
    public record Line(int line, long hits) {}

    /// A function.
    ///
    /// @param name as the report names it, in Java with its descriptor
    /// @param line where it begins
    /// @param endLine where it ends, 0 where the report does not say
    public record Function(String name, int line, int endLine, long hits) {}

    /// One way out of a line.
    ///
    /// @param group which decision of the line, from 0
    /// @param way which way of the decision, from 0
    public record Branch(int line, int group, int way, long hits) {}
}
