package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit.Coverage;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often the functions ran that handlers are mapped to: lines of the build that ran last, runs of all
/// builds.
public final class CodeRuns {

    private static final String RUNS = """
            SELECT plugin, sequence_id, handler, CAST(sum(beat_runs) AS BIGINT) AS runs
            FROM beat_kind_code
            WHERE handler IS NOT NULL
            GROUP BY plugin, sequence_id, handler
            """;

    private static final String LAST_BUILD =
            "SELECT COALESCE(build, '') AS build FROM sessions ORDER BY start_nanos DESC, session_id LIMIT 1";

    private static final String FUNCTIONS = """
            SELECT plugin, sequence_id, handler, COALESCE(build, '') AS build, path, line, end_line, symbol
            FROM mappings
            WHERE path IS NOT NULL
            ORDER BY path, line, plugin, sequence_id, handler
            """;

    private record Spot(int line, String name) {}

    private CodeRuns() {}

    /// Of everything that is in the store.
    public static Coverage of(Store store) {
        Map<HandlerKey, Long> runs = new HashMap<>();
        store.rows(RUNS, row -> runs.merge(key(row), row.longAt("runs"), Long::sum));
        String last = store.rows(LAST_BUILD, row -> row.textAt("build").orElse("")).stream()
                .findFirst()
                .orElse("");
        Map<String, Map<Spot, Coverage.Function>> files = new TreeMap<>();
        store.rows(FUNCTIONS, row -> {
            if (row.textAt("build").orElse("").equals(last)) {
                String path = row.textAt("path").orElse("?");
                add(files.computeIfAbsent(path, name -> new HashMap<>()), row, runs.getOrDefault(key(row), 0L));
            }
            return Boolean.TRUE;
        });
        List<Coverage.Source> sources = new ArrayList<>();
        files.forEach((path, functions) -> sources.add(new Coverage.Source(
                path,
                functions.values().stream()
                        .sorted(Comparator.comparingInt(Coverage.Function::line)
                                .thenComparing(
                                        function -> function.name().value().toString()))
                        .toList())));
        String build = last.isEmpty() ? "" : ", lines of the build `" + last + "`";
        return new Coverage(
                "how often functions ran" + build,
                sources,
                "no handler is mapped to code; `backbeat map --code <checkout>` maps them");
    }

    /// Several handlers can be one function.
    private static void add(Map<Spot, Coverage.Function> functions, Row row, long runs) {
        HandlerKey handler = key(row);
        int line = row.intAt("line");
        String name = row.textAt("symbol").orElse(handler.handler());
        functions.merge(
                new Spot(line, name),
                new Coverage.Function(
                        Cell.code(name).to(new Reference.ToHandler(handler)), line, row.intAt("end_line"), runs),
                (one, other) ->
                        new Coverage.Function(one.name(), one.line(), one.endLine(), one.runs() + other.runs()));
    }

    private static HandlerKey key(Row row) {
        return new HandlerKey(
                row.textAt("plugin").orElse("?"),
                row.textAt("sequence_id").orElse("?"),
                row.textAt("handler").orElse("?"));
    }
}
