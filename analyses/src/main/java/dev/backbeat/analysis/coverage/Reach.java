package dev.backbeat.analysis.coverage;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What tests reach: as coverage tools measured it, and as others say it.
final class Reach {

    private static final String AUDIT = "audit";
    private static final String IMPORT = "import";
    private static final int MOST_NAMED = 5;

    private final Map<HandlerKey, long[]> lines = new HashMap<>();
    private final Map<HandlerKey, long[]> branches = new HashMap<>();
    private final Map<HandlerKey, Long> calls = new HashMap<>();
    private final Map<HandlerKey, List<Coverage.Named>> measured = new HashMap<>();
    private final Map<HandlerKey, List<Said>> said = new HashMap<>();
    private final List<Report> reports;
    private final Set<String> absentFiles = new LinkedHashSet<>();
    private int saidByDocuments;

    /// A report of a coverage tool.
    record Report(
            String name, int files, int matched, @Nullable String missing, int functions, int displaced) {}

    /// A test that somebody names for a handler.
    ///
    /// @param path `null` where it is said that there is none
    record Said(String source, @Nullable String path, Coverage.Named named) {}

    private Reach(List<Report> reports) {
        this.reports = reports;
    }

    static Reach read(Evidence evidence) {
        Reach reach = new Reach(ask(
                evidence,
                "reports.sql",
                row -> new Report(
                        row.textAt("report").orElse("?"),
                        row.intAt("files"),
                        row.intAt("matched"),
                        row.textAt("missing").orElse(null),
                        row.intAt("functions"),
                        row.intAt("displaced"))));
        if (!reach.reports.isEmpty()) {
            ask(
                    evidence,
                    "lines.sql",
                    row -> reach.lines.put(
                            key(row),
                            new long[] {row.longAt("lines"), row.longAt("hit_lines"), row.longAt("hit_inner_lines")}));
            ask(evidence, "calls.sql", row -> reach.calls.put(key(row), row.longAt("hits")));
            ask(
                    evidence,
                    "branches.sql",
                    row -> reach.branches.put(key(row), new long[] {row.longAt("branches"), row.longAt("taken")}));
            ask(
                    evidence,
                    "named-tests.sql",
                    row -> reach.measured
                            .computeIfAbsent(key(row), key -> new ArrayList<>())
                            .add(new Coverage.Named(
                                    "coverage", row.textAt("test").orElse(""), null)));
        }
        ask(evidence, "tests.sql", reach::said);
        return reach;
    }

    private boolean said(Row row) {
        String source = row.textAt("source").orElse("?");
        String path = row.textAt("path").orElse(null);
        String title = row.textAt("title").orElse("");
        boolean there = row.booleanAt("exists_there");
        if (source.equals("document")) {
            saidByDocuments++;
            if (!there && path != null) {
                absentFiles.add(path);
            }
        }
        int line = Math.max(1, row.intAt("line"));
        CodePlace place = there && path != null
                ? new CodePlace(row.textAt("checkout").orElse("?"), path, line, line, null)
                : null;
        String what = title.isEmpty() ? String.valueOf(path) : title;
        return said.computeIfAbsent(key(row), key -> new ArrayList<>())
                .add(new Said(source, path, new Coverage.Named(source, what, place)));
    }

    private static <T> List<T> ask(Evidence evidence, String file, Store.RowReader<T> reader) {
        return evidence.rows(Queries.load(Reach.class, file), reader);
    }

    private static HandlerKey key(Row row) {
        return new HandlerKey(
                row.textAt("plugin").orElse(""),
                row.textAt("sequence_id").orElse(""),
                row.textAt("handler").orElse(""));
    }

    List<Report> reports() {
        return reports;
    }

    /// How many tests documents name, and the files of them that no checkout has.
    int saidByDocuments() {
        return saidByDocuments;
    }

    Set<String> absentFiles() {
        return absentFiles;
    }

    /// What tests a handler.
    Coverage.Tests of(HandlerKey key) {
        long[] line = lines.getOrDefault(key, new long[3]);
        long[] branch = branches.getOrDefault(key, new long[2]);
        Long called = calls.get(key);
        boolean isMeasured = called != null || line[0] > 0;
        // The line that a function begins in also runs when its file is loaded.
        boolean isCalled = called != null ? called > 0 : line[2] > 0;
        List<Said> others = said.getOrDefault(key, List.of()).stream()
                .filter(one -> one.path() != null)
                .toList();
        List<Coverage.Named> named = new ArrayList<>(measured.getOrDefault(key, List.of()));
        others.stream().filter(one -> !one.source().equals(IMPORT)).forEach(one -> named.add(one.named()));
        boolean isSaid = others.stream().anyMatch(one -> !one.source().equals(IMPORT));
        others.stream().filter(one -> one.source().equals(IMPORT)).forEach(one -> named.add(one.named()));
        Coverage.Tested tested = isMeasured
                ? (isCalled ? Coverage.Tested.CALLED : Coverage.Tested.UNTESTED)
                : isSaid ? Coverage.Tested.SAID : named.isEmpty() ? Coverage.Tested.UNTESTED : Coverage.Tested.IMPORTED;
        return new Coverage.Tests(
                tested,
                isMeasured,
                line[0],
                line[1],
                branch[0],
                branch[1],
                called == null ? -1 : called,
                named.stream().limit(MOST_NAMED).toList(),
                named.size());
    }

    /// What audits say of a handler: that tests reach it, or that none does; `null` where they say nothing.
    @Nullable
    Boolean audited(HandlerKey key) {
        Set<Boolean> words = new HashSet<>();
        for (Said one : said.getOrDefault(key, List.of())) {
            if (one.source().equals(AUDIT)) {
                words.add(one.path() != null);
            }
        }
        return words.size() == 1 ? words.iterator().next() : null;
    }
}
