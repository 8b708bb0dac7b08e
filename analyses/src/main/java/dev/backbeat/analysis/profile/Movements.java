package dev.backbeat.analysis.profile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which movement the beats with an event belong to, and how often each movement ran.
///
/// @param names of the movements in which an event was emitted, by sequence and build; empty for none
/// @param runs of each movement
record Movements(Map<Tally.Called, Set<String>> names, Map<Movement, Long> runs) {

    /// Where nobody asks.
    static final Movements NONE = new Movements(Map.of(), Map.of());

    /// A movement of a sequence in a build.
    record Movement(String sequence, String name, String build) {}

    static Movements read(Asked asked) {
        Movements all = new Movements(new HashMap<>(), new HashMap<>());
        asked.rows(
                "beat-movements.sql",
                Map.of(),
                row -> all.names
                        .computeIfAbsent(
                                new Tally.Called(
                                        row.textAt("sequence").orElse("?"),
                                        row.textAt("event").orElse("?"),
                                        asked.build(row)),
                                called -> new HashSet<>())
                        .add(row.textAt("movement").orElse("")));
        asked.rows(
                "movements.sql",
                Map.of(),
                row -> all.runs.merge(
                        new Movement(
                                row.textAt("sequence").orElse("?"),
                                row.textAt("movement").orElse(""),
                                asked.build(row)),
                        row.longAt("runs"),
                        Long::sum));
        return all;
    }

    /// The movement of the beats that called; none where they stand in several, or some of them in none:
    /// handler runs are summed up by event, so their time could not be divided.
    Optional<Movement> of(Tally.Called called) {
        Set<String> known = names.getOrDefault(called, Set.of());
        return known.size() == 1 && !known.contains("")
                ? Optional.of(new Movement(called.sequence(), known.iterator().next(), called.build()))
                : Optional.empty();
    }

    long runs(Movement movement) {
        return runs.getOrDefault(movement, 0L);
    }
}
