package dev.backbeat.analysis;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Scope;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a scope as conditions of portable SQL. Builds and sessions are taken as they are said, names of
/// sequences, plugins and handlers in either case.
final class ScopeSql {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+) ([a-z]+)}");

    /// Up to how many numbers stand in a question themselves.
    private static final int MOST_NUMBERS = 1_000;

    private final Scope scope;
    private final Function<String, List<Long>> numbers;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /// @param numbers answers a question for numbers: names are looked up once, not again for each of
    ///     many rows
    ScopeSql(Scope scope, Function<String, List<Long>> numbers) {
        this.scope = scope;
        this.numbers = numbers;
    }

    String apply(String template) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(condition(place.group(1), place.group(2))));
    }

    private String condition(String what, String alias) {
        List<String> conditions = switch (what) {
            case "executions" -> executions(alias);
            case "times" -> times(alias);
            case "sessions" -> sessions(alias);
            case "handlers" -> handlers(alias);
            case "plugins" -> plugins(alias);
            case "sequences" -> sequences(alias);
            case "kinds" -> kinds(alias);
            case "handled" -> ran("(" + alias + ".execution_id, " + alias + ".ordinal)", "r.execution_id, r.beat");
            case "handling" -> ran(alias + ".execution_id", "r.execution_id");
            case "silences" -> silences(alias);
            default -> throw BackbeatException.of(ErrorCode.INTERNAL, "a question has the place `" + what + "`");
        };
        return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
    }

    /// The row's execution is in scope; what its session settles is asked of the session, which is
    /// cheap.
    private List<String> executions(String alias) {
        List<String> conditions = sessions(alias);
        List<String> own = own("x");
        if (!own.isEmpty()) {
            conditions.add(alias + ".execution_id IN (SELECT x.execution_id FROM execution_times x WHERE "
                    + String.join(" AND ", own) + ")");
        }
        return conditions;
    }

    /// The row, which is one of `execution_times`, is in scope: the same without looking it up there
    /// again.
    private List<String> times(String alias) {
        List<String> conditions = sessions(alias);
        conditions.addAll(own(alias));
        return conditions;
    }

    /// What an execution says of itself.
    private List<String> own(String alias) {
        List<String> own = new ArrayList<>();
        if (!scope.sequences().isEmpty()) {
            String names = list(scope.sequences(), ScopeSql::folded);
            own.add(oneOf(
                    alias + ".sequence_kind",
                    "SELECT y.sequence_kind AS number FROM sequence_kinds y WHERE lower(y.sequence_id) IN (" + names
                            + ") OR lower(y.sequence_name) IN (" + names + ")"));
        }
        if (Time.isKnown(scope.fromNanos())) {
            own.add(alias + ".start_nanos >= " + scope.fromNanos());
        }
        if (Time.isKnown(scope.toNanos())) {
            own.add(alias + ".start_nanos < " + scope.toNanos());
        }
        return own;
    }

    /// A column is one of the numbers that a question yields.
    private String oneOf(String column, String question) {
        String list = known.computeIfAbsent(question, asked -> {
            List<Long> found = numbers.apply(asked);
            return found.size() > MOST_NUMBERS
                    ? asked
                    : found.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        });
        return list.isEmpty() ? "FALSE" : column + " IN (" + list + ")";
    }

    /// The row's session is in scope.
    private List<String> sessions(String alias) {
        List<String> conditions = new ArrayList<>();
        if (!scope.builds().isEmpty()) {
            conditions.add(alias + ".session_id IN (SELECT x.session_id FROM session_builds x WHERE x.build IN ("
                    + list(scope.builds(), ScopeSql::quoted) + "))");
        }
        if (!scope.sessions().isEmpty()) {
            conditions.add(alias + ".session_id IN (" + list(scope.sessions(), ScopeSql::number) + ")");
        }
        return conditions;
    }

    /// The row's plugin and handler are.
    private List<String> handlers(String alias) {
        List<String> conditions = plugins(alias);
        folded(conditions, alias + ".handler", scope.handlers());
        return conditions;
    }

    /// The row's sequence is, by its id or by the name that documents give it.
    private List<String> sequences(String alias) {
        if (scope.sequences().isEmpty()) {
            return new ArrayList<>();
        }
        String names = list(scope.sequences(), ScopeSql::folded);
        return new ArrayList<>(List.of("(lower(" + alias + ".sequence_id) IN (" + names + ") OR " + alias
                + ".sequence_id IN (SELECT d.sequence_id FROM documented_beats d WHERE lower(d.sequence_name) IN ("
                + names + ")))"));
    }

    private List<String> plugins(String alias) {
        List<String> conditions = new ArrayList<>();
        folded(conditions, alias + ".plugin", scope.plugins());
        return conditions;
    }

    /// The row's kind of handler is.
    private List<String> kinds(String alias) {
        List<String> own = handlers("k");
        return own.isEmpty()
                ? own
                : List.of(oneOf(
                        alias + ".handler_kind",
                        "SELECT k.handler_kind AS number FROM handler_kinds k WHERE " + String.join(" AND ", own)));
    }

    /// A handler run that is in scope is one of those that the row names. Asked as a set, which costs a fifth of asking
    /// for each row whether there is one.
    ///
    /// @param row how the row names it
    /// @param run the same of a handler run
    private List<String> ran(String row, String run) {
        List<String> own = kinds("r");
        return own.isEmpty()
                ? own
                : List.of(
                        row + " IN (SELECT " + run + " FROM handler_times r WHERE " + String.join(" AND ", own) + ")");
    }

    /// The row's execution is, where the scope says more than which sessions; a row without one is then
    /// out of it.
    private List<String> silences(String alias) {
        List<String> conditions = executions(alias);
        conditions.addAll(ran(alias + ".execution_id", "r.execution_id"));
        return conditions;
    }

    private static void folded(List<String> conditions, String column, List<String> values) {
        if (!values.isEmpty()) {
            conditions.add("lower(" + column + ") IN (" + list(values, ScopeSql::folded) + ")");
        }
    }

    private static <T> String list(List<T> values, Function<T, String> literal) {
        return values.stream().map(literal).collect(Collectors.joining(", "));
    }

    private static String number(SessionId session) {
        return Long.toString(session.value());
    }

    private static String folded(String text) {
        return "lower(" + quoted(text) + ")";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
