package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a store holds, in a few figures.
public final class StoreContent {

    private static final String BUILDS = "SELECT COALESCE(build, 'unnamed') AS name, sum(sessions) AS runs FROM builds"
            + " GROUP BY COALESCE(build, 'unnamed') ORDER BY 1";
    private static final String EXECUTIONS = "SELECT outcome AS name, count(*) AS runs FROM executions"
            + " WHERE outcome <> 'never_started' GROUP BY outcome ORDER BY 2 DESC, 1";
    private static final String WAITING = "SELECT outcome AS name, count(*) AS runs FROM executions"
            + " WHERE outcome = 'never_started' GROUP BY outcome";
    private static final String BEATS =
            "SELECT outcome AS name, count(*) AS runs FROM beat_runs GROUP BY outcome ORDER BY 2 DESC, 1";
    private static final String HANDLERS =
            "SELECT outcome AS name, count(*) AS runs FROM handler_runs GROUP BY outcome ORDER BY 2 DESC, 1";
    private static final String ERRORS =
            "SELECT kind AS name, count(*) AS runs FROM errors GROUP BY kind ORDER BY 2 DESC, 1";
    private static final String MOUNTS =
            "SELECT outcome AS name, count(*) AS runs FROM plugin_mounts GROUP BY outcome ORDER BY 2 DESC, 1";

    private static final int MOST_PARTS = 5;

    private record Part(String name, long count) {}

    private StoreContent() {}

    /// Sessions, builds, executions, beats, handlers, failures and mounts of everything that is in the store.
    public static Exhibit of(Store store) {
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        facts.add(fact("sessions", parts(store, BUILDS), "of build "));
        facts.add(fact("executions", parts(store, EXECUTIONS), ""));
        List<Part> waiting = parts(store, WAITING);
        if (!waiting.isEmpty()) {
            facts.add(fact("beside them", waiting, "queued and "));
        }
        facts.add(fact("beat runs", parts(store, BEATS), ""));
        facts.add(fact("handler runs", parts(store, HANDLERS), ""));
        List<Part> errors = parts(store, ERRORS);
        facts.add(fact("errors", without(errors, "warning"), ""));
        errors.stream()
                .filter(part -> part.name().equals("warning"))
                .forEach(part -> facts.add(fact("warnings", List.of(part), "")));
        facts.add(fact("plugin mounts", parts(store, MOUNTS), ""));
        return new Exhibit.Summary("in the store", facts);
    }

    private static List<Part> without(List<Part> parts, String name) {
        return parts.stream().filter(part -> !part.name().equals(name)).toList();
    }

    private static List<Part> parts(Store store, String sql) {
        return store.rows(sql, row -> new Part(row.textAt("name").orElse("?"), row.longAt("runs")));
    }

    private static Exhibit.Summary.Fact fact(String label, List<Part> parts, String before) {
        long sum = parts.stream().mapToLong(Part::count).sum();
        List<String> words = new ArrayList<>(parts.stream()
                .limit(MOST_PARTS)
                .map(part -> number(part.count()) + " " + before + part.name().replace('_', ' '))
                .toList());
        if (parts.size() > MOST_PARTS) {
            words.add("%,d of %,d other kinds"
                    .formatted(
                            parts.stream()
                                    .skip(MOST_PARTS)
                                    .mapToLong(Part::count)
                                    .sum(),
                            parts.size() - MOST_PARTS));
        }
        String text = parts.size() < 2 && before.isEmpty() && sum == 0
                ? "none"
                : number(sum) + (words.isEmpty() ? "" : ": " + String.join(", ", words));
        return new Exhibit.Summary.Fact(label, Cell.text(text));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
