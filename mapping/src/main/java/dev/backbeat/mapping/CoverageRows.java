package dev.backbeat.mapping;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.coverage.CoverageReport;
import dev.backbeat.code.coverage.PathMatching;
import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.store.CoverageFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reports of coverage tools as rows, each file at its path in a checkout.
final class CoverageRows {

    private final List<CodeIndex> indexes;
    private final List<CoverageFacts.ReportFile> reports = new ArrayList<>();
    private final List<CoverageFacts.Line> lines = new ArrayList<>();
    private final List<CoverageFacts.Function> functions = new ArrayList<>();
    private final List<CoverageFacts.Branch> branches = new ArrayList<>();

    private record Found(String checkout, String path, FileFacts facts) {}

    private CoverageRows(List<CodeIndex> indexes) {
        this.indexes = indexes;
    }

    /// @param indexes of the newest build's checkouts
    static CoverageFacts of(List<CodeIndex> indexes, List<NamedReport> reports) {
        CoverageRows rows = new CoverageRows(indexes);
        reports.forEach(rows::add);
        return new CoverageFacts(rows.reports, rows.lines, rows.functions, rows.branches);
    }

    private void add(NamedReport named) {
        CoverageReport report = named.report();
        Map<String, Found> files = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (CodeIndex index : indexes) {
            PathMatching.Matched matched = new PathMatching(index.files().keySet()).match(report);
            matched.files().forEach((said, path) -> {
                FileFacts facts = index.files().get(path);
                if (facts != null) {
                    files.putIfAbsent(said, new Found(index.checkout(), path, facts));
                }
            });
            ambiguous.addAll(matched.ambiguous().keySet());
        }
        ambiguous.removeAll(files.keySet());
        Set<String> all = report.files().stream()
                .map(CoverageReport.FileCoverage::path)
                .collect(Collectors.toCollection(TreeSet::new));
        int told = 0;
        int displaced = 0;
        for (CoverageReport.FileCoverage file : report.files()) {
            Found found = files.get(file.path());
            rows(named.name(), file, found);
            if (found != null) {
                Set<Integer> begins = found.facts().functions().stream()
                        .map(FileFacts.Function::line)
                        .collect(Collectors.toSet());
                told += file.functions().size();
                displaced += (int) file.functions().stream()
                        .filter(function -> !begins.contains(function.line()) && !isModule(function))
                        .count();
            }
        }
        String missing = all.stream()
                .filter(path -> !files.containsKey(path) && !ambiguous.contains(path))
                .findFirst()
                .orElse(null);
        reports.add(new CoverageFacts.ReportFile(
                named.name(),
                report.format(),
                report.counted(),
                all.size(),
                files.size(),
                ambiguous.size(),
                missing,
                told,
                displaced));
    }

    /// Some tools count functions that have no name: those of a module, initialisers, lambdas.
    private static boolean isModule(CoverageReport.Function function) {
        return function.name().isEmpty()
                || function.name().startsWith("(")
                || function.name().startsWith("<")
                || function.name().startsWith("anonymous")
                || function.name().startsWith("lambda$");
    }

    private void rows(String report, CoverageReport.FileCoverage file, @Nullable Found found) {
        String checkout = found == null ? null : found.checkout();
        String path = found == null ? file.path() : found.path();
        for (CoverageReport.Line line : file.lines()) {
            lines.add(new CoverageFacts.Line(report, checkout, path, file.test(), line.line(), line.hits()));
        }
        for (CoverageReport.Function function : file.functions()) {
            functions.add(new CoverageFacts.Function(
                    report,
                    checkout,
                    path,
                    file.test(),
                    function.name(),
                    function.line(),
                    function.endLine(),
                    function.hits()));
        }
        for (CoverageReport.Branch branch : file.branches()) {
            branches.add(new CoverageFacts.Branch(
                    report, checkout, path, file.test(), branch.line(), branch.group(), branch.way(), branch.hits()));
        }
    }
}
