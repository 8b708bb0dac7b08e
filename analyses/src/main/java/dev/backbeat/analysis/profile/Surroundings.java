package dev.backbeat.analysis.profile;

import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Origin;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What is around the executions: silences and mounts of plugins.
final class Surroundings {

    /// How much of a record is kept.
    private static final int LONGEST_TEXT = 160;

    private Surroundings() {}

    /// Silences, and how many there are with those that are not told.
    record Silences(List<Profile.Silence> longest, long inAll) {}

    /// The longest silences.
    ///
    /// @param inside only those while an execution executed a beat
    static Silences silences(Asked asked, boolean inside, long atLeastNanos, int top) {
        long[] all = new long[1];
        List<Profile.Silence> longest = asked.rows(
                "silences.sql",
                Map.of("inside", inside ? "g.execution_id IS NOT NULL" : "TRUE", "limit", Integer.toString(top)),
                row -> {
                    all[0] = row.longAt("silences");
                    return silence(asked, row);
                },
                atLeastNanos);
        List<Long> executions = longest.stream()
                .map(Profile.Silence::execution)
                .filter(Objects::nonNull)
                .map(ExecutionId::value)
                .toList();
        Map<Long, String> sequences = new HashMap<>();
        if (!executions.isEmpty()) {
            asked.rows(
                    "silence-sequences.sql",
                    Map.of("values", Asked.list(executions)),
                    row -> sequences.put(
                            row.longAt("execution_id"),
                            row.textAt("sequence_name").orElse("?")));
        }
        return new Silences(
                longest.stream().map(silence -> named(silence, sequences)).toList(), all[0]);
    }

    private static Profile.Silence named(Profile.Silence silence, Map<Long, String> sequences) {
        ExecutionId execution = silence.execution();
        return new Profile.Silence(
                silence.session(),
                silence.fromNanos(),
                silence.nanos(),
                execution,
                execution == null ? null : sequences.get(execution.value()),
                silence.before(),
                silence.after());
    }

    private static Profile.Silence silence(Asked asked, Row row) {
        long execution = row.longAt("execution_id");
        return new Profile.Silence(
                new SessionId(row.longAt("session_id")),
                row.longAt("start_nanos"),
                row.longAt("end_nanos") - row.longAt("start_nanos"),
                Time.isKnown(execution) ? new ExecutionId(execution) : null,
                null,
                record(asked, new Origin(row.intAt("input"), row.longAt("start_offset"))),
                record(asked, new Origin(row.intAt("input"), row.longAt("end_offset"))));
    }

    private static Profile.Silence.Record record(Asked asked, Origin origin) {
        String text = asked.evidence.line(origin);
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_TEXT, text.codePointCount(0, text.length())));
        return new Profile.Silence.Record(asked.evidence.place(origin), text.substring(0, end));
    }

    /// The mounts of plugins, in order.
    static List<Profile.Mount> mounts(Asked asked) {
        return asked.rows(
                "mounts.sql",
                Map.of(),
                row -> new Profile.Mount(
                        row.intAt("first_ordinal") + 1,
                        row.textAt("plugin").orElse("?"),
                        row.longAt("mounts"),
                        row.longAt("failed"),
                        row.longAt("incomplete"),
                        row.longAt("timed"),
                        row.longAt("nanos"),
                        row.longAt("max_nanos"),
                        row.textAt("reason").orElse(null),
                        asked.evidence.place(Origin.ofNumber(
                                row.longAt("failed") > 0 ? row.longAt("failed_place") : row.longAt("place")))));
    }
}
