package dev.backbeat.app.engine;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Scope;
import dev.backbeat.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Refuses a scope of names that nothing has: an answer about nothing looks like an answer about a system
/// that does nothing.
final class KnownNames {

    private static final int NAMED = 5;
    private static final int LEAST_ALIKE = 3;

    private KnownNames() {}

    /// @throws BackbeatException when a name of the scope is that of nothing in the store
    static void require(Store store, Scope scope) {
        require(store, "build", scope.builds(), "SELECT DISTINCT build AS name FROM session_builds");
        require(
                store,
                "sequence",
                scope.sequences(),
                "SELECT DISTINCT sequence_id AS name FROM executions UNION SELECT DISTINCT sequence_name FROM executions"
                        + " UNION SELECT DISTINCT sequence_id FROM documented_beats"
                        + " UNION SELECT DISTINCT sequence_name FROM documented_beats");
        require(
                store,
                "plugin",
                scope.plugins(),
                "SELECT DISTINCT plugin AS name FROM handler_kinds UNION SELECT DISTINCT plugin FROM documented_beats");
        require(
                store,
                "handler",
                scope.handlers(),
                "SELECT DISTINCT handler AS name FROM handler_kinds UNION SELECT DISTINCT handler FROM documented_beats");
    }

    private static void require(Store store, String kind, List<String> wanted, String sql) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        store.rows(sql, row -> row.textAt("name").map(known::add).orElse(false));
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw BackbeatException.withHint(
                        ErrorCode.USAGE, "no %s is called `%s`".formatted(kind, name), hint(kind, name, known));
            }
        }
    }

    private static String hint(String kind, String name, Set<String> known) {
        if (known.isEmpty()) {
            return "the store knows no %s at all; see `backbeat sessions`".formatted(kind);
        }
        List<String> alike = known.stream()
                .filter(other -> isAlike(name, other))
                .limit(NAMED)
                .toList();
        List<String> named = alike.isEmpty() ? known.stream().limit(NAMED).toList() : alike;
        return "%s: %s%s"
                .formatted(
                        alike.isEmpty() ? "there are %,d, such as".formatted(known.size()) : "perhaps",
                        named.stream().map(one -> "`" + one + "`").collect(Collectors.joining(", ")),
                        named.size() < known.size() && alike.isEmpty() ? ", …" : "");
    }

    /// Whether one holds the other, or they begin alike.
    private static boolean isAlike(String one, String other) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        return second.contains(first)
                || first.contains(second)
                || (first.length() >= LEAST_ALIKE && second.startsWith(first.substring(0, LEAST_ALIKE)));
    }
}
