package dev.backbeat.analysis;

import dev.backbeat.model.Scope;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a scope as conditions of portable SQL.
final class ScopeSql {

    private static final Pattern PLACE = Pattern.compile("\\{(executions|handlers) ([a-z]+)}");

    private final Scope scope;

    ScopeSql(Scope scope) {
        this.scope = scope;
    }

    String apply(String template) {
        return PLACE.matcher(template).replaceAll(place -> {
            String condition =
                    place.group(1).equals("executions") ? executions(place.group(2)) : handlers(place.group(2));
            return Matcher.quoteReplacement(condition);
        });
    }

    private String executions(String alias) {
        List<String> conditions = new ArrayList<>();
        in(conditions, "x.build", scope.builds());
        if (!scope.sessions().isEmpty()) {
            conditions.add("x.session_id IN (" + list(scope.sessions(), ScopeSql::number) + ")");
        }
        if (!scope.sequences().isEmpty()) {
            String names = list(scope.sequences(), ScopeSql::quoted);
            conditions.add("(x.sequence_id IN (" + names + ") OR x.sequence_name IN (" + names + "))");
        }
        if (Time.isKnown(scope.fromNanos())) {
            conditions.add("x.start_nanos >= " + scope.fromNanos());
        }
        if (Time.isKnown(scope.toNanos())) {
            conditions.add("x.start_nanos < " + scope.toNanos());
        }
        return conditions.isEmpty()
                ? "TRUE"
                : alias + ".execution_id IN (SELECT x.execution_id FROM executions x WHERE "
                        + String.join(" AND ", conditions) + ")";
    }

    private String handlers(String alias) {
        List<String> conditions = new ArrayList<>();
        in(conditions, alias + ".plugin", scope.plugins());
        in(conditions, alias + ".handler", scope.handlers());
        return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
    }

    private static void in(List<String> conditions, String column, List<String> values) {
        if (!values.isEmpty()) {
            conditions.add(column + " IN (" + list(values, ScopeSql::quoted) + ")");
        }
    }

    private static <T> String list(List<T> values, Function<T, String> literal) {
        return values.stream().map(literal).collect(Collectors.joining(", "));
    }

    private static String number(SessionId session) {
        return Long.toString(session.value());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
