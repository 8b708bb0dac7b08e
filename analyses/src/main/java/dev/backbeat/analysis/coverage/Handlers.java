package dev.backbeat.analysis.coverage;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.CodeRows;
import dev.backbeat.store.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All handlers, each with what is known of its production, its tests, its code.
final class Handlers {

    private static final String NO_CODE =
            "no handler is known: nothing ran in what was asked, and no code is; see `backbeat sessions`, and name the code with `backbeat map --code <dir>`";
    private static final String NO_HANDLERS =
            "no handler is known: nothing ran in what was asked, and the checkout has no documents of sequences and no exported `handlers`";

    private final Evidence evidence;
    private final Runs runs;
    private final Reach reach;
    private final Set<HandlerKey> hot;

    /// A handler as the code has it.
    private record Known(
            HandlerKey key,
            String source,
            @Nullable CodePlace place,
            @Nullable CodePlace document,
            @Nullable String way,
            String wayPath,
            boolean onError,
            String reason,
            boolean open,
            Coverage.@Nullable Change change,
            int changes) {}

    Handlers(Evidence evidence, Runs runs, Reach reach, int hotPercent) {
        this.evidence = evidence;
        this.runs = runs;
        this.reach = reach;
        this.hot = runs.hot(hotPercent);
    }

    List<Coverage.Handler> all() {
        Map<HandlerKey, Known> known = new LinkedHashMap<>();
        evidence.rows(Queries.load(Handlers.class, "handlers.sql"), row -> known.put(key(row), known(row)));
        runs.all().keySet().forEach(key -> known.putIfAbsent(key, unmapped(key)));
        long mostRuns =
                runs.all().values().stream().mapToLong(Runs.Tally::runs).max().orElse(0);
        int mostChanges = known.values().stream().mapToInt(Known::changes).max().orElse(0);
        return known.values().stream()
                .map(one -> handler(one, mostRuns, mostChanges))
                .toList();
    }

    private static HandlerKey key(Row row) {
        return new HandlerKey(
                row.textAt("plugin").orElse(""),
                row.textAt("sequence_id").orElse(""),
                row.textAt("handler").orElse(""));
    }

    private static Known known(Row row) {
        int line = row.intAt("document_line");
        CodePlace document = row.textAt("document")
                .map(path -> new CodePlace(
                        row.textAt("checkout").orElse("?"),
                        path,
                        line,
                        line,
                        row.textAt("tree_commit").orElse(null)))
                .orElse(null);
        return new Known(
                key(row),
                row.textAt("source").orElse("?"),
                row.textAt("path").isPresent() ? CodeRows.place(row) : null,
                document,
                row.textAt("way").orElse(null),
                row.textAt("way_path").orElse(""),
                row.booleanAt("way_on_error"),
                row.textAt("way_reason").orElse(""),
                row.booleanAt("open"),
                row.textAt("changed_commit")
                        .map(commit -> new Coverage.Change(commit, row.longAt("changed_nanos")))
                        .orElse(null),
                row.intAt("changes"));
    }

    private static Known unmapped(HandlerKey key) {
        return new Known(key, "log", null, null, "ran", "", false, "it ran", false, null, 0);
    }

    private Coverage.Handler handler(Known known, long mostRuns, int mostChanges) {
        HandlerKey key = known.key();
        Runs.Tally tally = runs.of(key);
        Coverage.Traffic traffic = tally.runs() == 0
                ? Coverage.Traffic.NEVER
                : hot.contains(key) ? Coverage.Traffic.HOT : Coverage.Traffic.SELDOM;
        Coverage.Production production = new Coverage.Production(
                traffic,
                tally.runs(),
                runs.runs(),
                tally.executions(),
                runs.troubled(key),
                tally.firstNanos(),
                tally.lastNanos(),
                runs.executions(key.sequence()));
        Coverage.Tests tests = reach.of(key);
        return new Coverage.Handler(
                key,
                known.source(),
                known.place(),
                known.document(),
                production,
                tests,
                known.change(),
                known.changes(),
                verdict(known, production),
                Gaps.millionths(
                        untested(tests), tally.runs(), mostRuns, production.troubled(), known.changes(), mostChanges));
    }

    /// The part of the lines that no test runs. What nobody measured counts as not run.
    private static double untested(Coverage.Tests tests) {
        boolean hasLines = tests.tested() == Coverage.Tested.CALLED && tests.lines() > 0;
        return hasLines
                ? 1 - (double) tests.hitLines() / tests.lines()
                : tests.tested() == Coverage.Tested.CALLED ? 0 : 1;
    }

    private Coverage.Verdict verdict(Known known, Coverage.Production production) {
        if (production.runs() > 0) {
            return Verdicts.keep(production.runs(), runs.observed());
        }
        // It ran, though not within what was asked.
        boolean elsewhere = "ran".equals(known.way());
        return Verdicts.silent(new Verdicts.Known(
                known.key(),
                known.way(),
                known.wayPath(),
                known.onError(),
                elsewhere ? "it ran outside of what was asked" : known.reason(),
                known.open(),
                production.sequenceExecutions(),
                runs.observed()));
    }

    /// What runs most often, with what of it no test is known to reach.
    List<Coverage.HotPath> paths(List<Coverage.Handler> all) {
        Map<HandlerKey, Coverage.Tested> tested = new HashMap<>();
        all.forEach(handler -> tested.put(handler.key(), handler.tests().tested()));
        List<Coverage.HotPath> paths = new ArrayList<>();
        for (Runs.Path path : runs.paths()) {
            int untested = (int) path.handlers().stream()
                    .filter(key -> tested.get(key) == Coverage.Tested.UNTESTED)
                    .count();
            paths.add(new Coverage.HotPath(
                    path.sequence(), path.executions(), runs.observed().executions(), path.handlers(), untested));
        }
        return paths;
    }

    /// Why there is no handler.
    String absence() {
        return hasCode() ? NO_HANDLERS : NO_CODE;
    }

    /// Whether code was read.
    boolean hasCode() {
        return evidence.rows(Queries.load(Handlers.class, "known-code.sql"), row -> row.longAt("checkouts") > 0)
                .contains(true);
    }
}
