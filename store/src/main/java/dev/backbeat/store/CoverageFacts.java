package dev.backbeat.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What coverage tools said of tests: replaced as a whole whenever reports are given.
///
/// @param reports one row a report
/// @param lines one row for each line that can be run, of each test where the report tells them apart
/// @param functions one row for each function
/// @param branches one row for each way out of a line
public record CoverageFacts(
        List<ReportFile> reports, List<Line> lines, List<Function> functions, List<Branch> branches) {

    /// Copies.
    public CoverageFacts {
        reports = List.copyOf(reports);
        lines = List.copyOf(lines);
        functions = List.copyOf(functions);
        branches = List.copyOf(branches);
    }

    /// A report.
    ///
    /// @param report its file, as it was given
    /// @param format such as `lcov`
    /// @param counted whether hits are counts; otherwise 1 stands for any number of them
    /// @param files how many files it names
    /// @param matched how many of them were found in a checkout
    /// @param ambiguous how many could be several files
    /// @param missing the first of those that were not found; absent where all were
    /// @param functions how many functions it tells of in files that were found
    /// @param displaced how many of these begin where the checkout has no function: the report is of another
    ///     version
    public record ReportFile(
            String report,
            String format,
            boolean counted,
            int files,
            int matched,
            int ambiguous,
            @Nullable String missing,
            int functions,
            int displaced) {}

    /// A line that can be run.
    ///
    /// @param checkout the checkout that has the file; absent where it was not found
    /// @param path within the checkout, or as the report names it
    /// @param test the test that ran it; empty where the report tells of all together
    public record Line(String report, @Nullable String checkout, String path, String test, int line, long hits) {}

    /// A function.
    ///
    /// @param endLine 0 where the report does not say
    public record Function(
            String report,
            @Nullable String checkout,
            String path,
            String test,
            String name,
            int line,
            int endLine,
            long hits) {}

    /// A way out of a line.
    ///
    /// @param decision which decision of the line, from 0
    /// @param way which way of the decision, from 0
    public record Branch(
            String report,
            @Nullable String checkout,
            String path,
            String test,
            int line,
            int decision,
            int way,
            long hits) {}
}
