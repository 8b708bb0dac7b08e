package dev.backbeat.app.server;

import com.linecorp.armeria.common.QueryParams;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Scope;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a request asks, by the parameters of its endpoint.
///
/// @param path by the names of the places in the endpoint's path
record Asked(Endpoint endpoint, Map<String, String> path, QueryParams query) {

    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 1_000;

    /// Refuses what the endpoint does not know. Of a page its script knows more.
    Asked {
        boolean page = endpoint.answers() == Endpoint.Shape.PAGE;
        List<String> known = endpoint.parameters().stream()
                .filter(parameter -> parameter.place() == Parameter.Place.QUERY)
                .map(Parameter::name)
                .toList();
        for (String name : query.names()) {
            if (!page && !known.contains(name)) {
                throw BackbeatException.withHint(
                        ErrorCode.USAGE,
                        "`%s` has no parameter `%s`".formatted(endpoint.path(), shortened(name)),
                        known.isEmpty() ? "it has none" : "it has " + String.join(", ", known));
            }
            if (!page) {
                check(endpoint, name, query.getAll(name));
            }
        }
    }

    private static void check(Endpoint endpoint, String name, List<String> values) {
        boolean repeated =
                endpoint.parameters().stream().anyMatch(one -> one.name().equals(name) && one.repeated());
        if (values.size() > (repeated ? MOST_VALUES : 1)) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "`%s` is said too often".formatted(name),
                    "say it at most %d times".formatted(repeated ? MOST_VALUES : 1));
        }
        if (values.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE, "`%s` is too long".formatted(name), "it has at most 1,000 characters");
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /// A number of the path or the query.
    int number(String name, int least, int most) {
        String byDefault = endpoint.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::byDefault)
                .findFirst()
                .orElse("");
        String said = text(name).orElse(byDefault);
        try {
            int value = Integer.parseInt(said);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw outside(name, said, least, most).causedBy(e);
        }
        throw outside(name, said, least, most);
    }

    private static BackbeatException outside(String name, String said, int least, int most) {
        return BackbeatException.withHint(
                ErrorCode.USAGE,
                "`%s` is no value for `%s`".formatted(shortened(said), name),
                "it is a whole number from %d to %d".formatted(least, most));
    }

    String place(String name) {
        return path.getOrDefault(name, "");
    }

    /// The settings of an analysis that were said.
    Map<String, String> settings(List<String> names) {
        Map<String, String> settings = new HashMap<>();
        names.forEach(name -> text(name).ifPresent(value -> settings.put(name, value)));
        return settings;
    }

    Scope scope() {
        return new Scope(
                all("build"),
                time("from"),
                time("to"),
                all("session").stream().map(Asked::session).toList(),
                all("sequence"),
                all("plugin"),
                all("handler"));
    }

    /// Executions by their ids, several of them apart by commas or one by one.
    List<ExecutionId> executions(String name) {
        return all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(Asked::execution)
                .toList();
    }

    private List<String> all(String name) {
        return query.getAll(name).stream().filter(value -> !value.isEmpty()).toList();
    }

    private long time(String name) {
        Optional<String> said = text(name);
        if (said.isEmpty()) {
            return Time.UNKNOWN;
        }
        try {
            Instant time = Instant.parse(said.get());
            return Math.addExact(
                    Math.multiplyExact(time.getEpochSecond(), Time.NANOS_PER_SECOND), (long) time.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "`%s` is no time for `%s`".formatted(shortened(said.get()), name),
                            "write it as 2026-11-22T21:00:00Z")
                    .causedBy(e);
        }
    }

    private static ExecutionId execution(String said) {
        try {
            return ExecutionId.parse(said);
        } catch (IllegalArgumentException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "`%s` is no execution".formatted(shortened(said)),
                            "`/api/executions` lists their ids, sixteen digits each")
                    .causedBy(e);
        }
    }

    private static SessionId session(String said) {
        try {
            return SessionId.parse(said);
        } catch (IllegalArgumentException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "`%s` is no session".formatted(shortened(said)),
                            "`/api/sessions` lists their ids, sixteen digits each")
                    .causedBy(e);
        }
    }

    /// The same for the same question, in whatever order it is said.
    String key() {
        Map<String, List<String>> sorted = new TreeMap<>();
        query.names().forEach(name -> sorted.put(name, new ArrayList<>(query.getAll(name))));
        return endpoint.path()
                + new TreeMap<>(path)
                + sorted.entrySet().stream()
                        .map(entry -> entry.getKey().length()
                                + entry.getKey()
                                + entry.getValue().stream()
                                        .map(value -> value.length() + ":" + value)
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining(";"));
    }
}
