package dev.backbeat.mapping;

import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The names that a store's telemetry uses, by build.
final class StoredNames {

    private static final String BUILDS = "SELECT build, commit FROM builds ORDER BY start_nanos, build, commit";

    /// Of executions of one build in which the same ran for the same beats one stands for all: there are
    /// few of these, however much ran.
    private static final String FOLDS = """
            WITH folds AS (
                SELECT b.build, b.commit, e.sequence_kind, min(e.execution_id) AS execution_id
                FROM execution_times e
                LEFT JOIN session_builds b ON b.session_id = e.session_id
                GROUP BY b.build, b.commit, e.sequence_kind, e.beat_runs, e.beat_sums, e.beat_squares, e.beat_cubes,
                    e.handler_runs, e.handler_sums, e.handler_squares
            ), """;

    private static final String HANDLERS = FOLDS + """
            kinds AS (
                SELECT DISTINCT f.build, f.commit, f.sequence_kind, h.handler_kind
                FROM folds f
                JOIN handler_times h ON h.execution_id = f.execution_id
            )
            SELECT DISTINCT k.build, k.commit, h.plugin, h.handler,
                COALESCE(h.subscribed_sequence, s.sequence_id, s.sequence_name) AS sequence
            FROM kinds k
            JOIN handler_kinds h ON h.handler_kind = k.handler_kind
            JOIN sequence_kinds s ON s.sequence_kind = k.sequence_kind
            WHERE h.handler IS NOT NULL
            ORDER BY 1, 2, 3, 5, 4""";

    private static final String BEATS = FOLDS + """
            kinds AS (
                SELECT DISTINCT f.build, f.commit, f.sequence_kind, b.beat_kind, h.handler_kind
                FROM folds f
                JOIN beat_times b ON b.execution_id = f.execution_id
                LEFT JOIN handler_times h ON h.execution_id = b.execution_id AND h.beat = b.ordinal
            ), named AS (
                SELECT k.build, k.commit, COALESCE(s.sequence_id, s.sequence_name) AS sequence, s.plugin,
                    b.event, COALESCE(b.number, -1) AS number, h.handler, h.plugin AS handler_plugin,
                    COALESCE(h.subscribed_sequence, s.sequence_id, s.sequence_name) AS handler_sequence
                FROM kinds k
                JOIN sequence_kinds s ON s.sequence_kind = k.sequence_kind
                JOIN beat_kinds b ON b.beat_kind = k.beat_kind
                LEFT JOIN handler_kinds h ON h.handler_kind = k.handler_kind
            )
            SELECT n.build, n.commit, n.sequence, min(n.plugin) AS plugin, n.event, n.number, n.handler,
                n.handler_plugin, n.handler_sequence
            FROM named n
            GROUP BY n.build, n.commit, n.sequence, n.event, n.number, n.handler, n.handler_plugin, n.handler_sequence
            ORDER BY 1, 2, 3, 5, 6, 7, 8, 9""";

    private final List<Build> builds;
    private final Map<Build, List<HandlerKey>> handlers = new LinkedHashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<Build, Map<BeatName, List<HandlerKey>>> beats = new LinkedHashMap<>();

    /// What ran.
    record Build(@Nullable String label, @Nullable String commit) {
        static Build of(Row row) {
            return new Build(
                    row.textAt("build").orElse(null), row.textAt("commit").orElse(null));
        }
    }

    /// A kind of beat: the same for all its runs.
    ///
    /// @param handler the only handler that the log names for it; empty where it names none or several
    record BeatKind(String sequence, String plugin, String event, int number, Optional<HandlerKey> handler) {}

    private record BeatName(String sequence, String event, int number) {}

    StoredNames(Store store) {
        builds = store.rows(BUILDS, Build::of);
        store.rows(
                HANDLERS,
                row -> handlers.computeIfAbsent(Build.of(row), build -> new ArrayList<>())
                        .add(key(row, "plugin", "sequence")));
        store.rows(BEATS, this::beat);
    }

    private boolean beat(Row row) {
        BeatName name = new BeatName(
                row.textAt("sequence").orElse(""), row.textAt("event").orElse(""), row.intAt("number"));
        row.textAt("plugin").ifPresent(plugin -> owners.putIfAbsent(name.sequence(), plugin));
        List<HandlerKey> known = beats.computeIfAbsent(Build.of(row), build -> new LinkedHashMap<>())
                .computeIfAbsent(name, beat -> new ArrayList<>());
        // Of an event with two subscribers only the one of the executed sequence is the beat's own.
        if (row.textAt("handler").isPresent() && row.textAt("handler_sequence").equals(Optional.of(name.sequence()))) {
            known.add(key(row, "handler_plugin", "handler_sequence"));
        }
        return true;
    }

    private static HandlerKey key(Row row, String plugin, String sequence) {
        return new HandlerKey(
                row.textAt(plugin).orElse(""),
                row.textAt(sequence).orElse(""),
                row.textAt("handler").orElse(""));
    }

    /// The builds, in the order of their first sessions.
    List<Build> builds() {
        return builds;
    }

    /// The handlers that ran in a build.
    List<HandlerKey> handlers(Build build) {
        return handlers.getOrDefault(build, List.of());
    }

    /// The kinds of beats that ran in a build.
    List<BeatKind> beats(Build build) {
        List<BeatKind> kinds = new ArrayList<>();
        beats.getOrDefault(build, Map.of())
                .forEach((name, keys) -> kinds.add(new BeatKind(
                        name.sequence(),
                        owners.getOrDefault(name.sequence(), ""),
                        name.event(),
                        name.number(),
                        only(keys))));
        return kinds;
    }

    /// The sequences that ran, by id or name, with the plugin that owns them; empty where nobody says.
    Map<String, String> played() {
        Map<String, String> played = new HashMap<>();
        beats.values()
                .forEach(ofBuild -> ofBuild.keySet()
                        .forEach(name -> played.put(name.sequence(), owners.getOrDefault(name.sequence(), ""))));
        return played;
    }

    /// The only one; of one name with and without a plugin the one with it.
    private static Optional<HandlerKey> only(List<HandlerKey> keys) {
        boolean oneName = keys.stream().map(HandlerKey::handler).distinct().count() == 1;
        List<HandlerKey> owned =
                oneName ? keys.stream().filter(key -> !key.plugin().isEmpty()).toList() : keys;
        List<HandlerKey> chosen = owned.isEmpty() ? keys : owned;
        return chosen.size() == 1 ? Optional.of(chosen.getFirst()) : Optional.empty();
    }
}
