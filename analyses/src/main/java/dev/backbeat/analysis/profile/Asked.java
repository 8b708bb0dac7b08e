package dev.backbeat.analysis.profile;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.model.DurationBuckets;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Origin;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The evidence with what all questions of the profile share: their files, the numbers of builds, places
/// in one number, and durations that are exact where the runs are few.
final class Asked {

    /// What a build is called that nobody names.
    static final String UNKNOWN_BUILD = "?";

    final Evidence evidence;

    /// Up to how many runs durations are asked for as they are.
    final long mostExactRuns;

    private final Map<Integer, String> builds = new HashMap<>();

    Asked(Evidence evidence, long mostExactRuns) {
        this.evidence = evidence;
        this.mostExactRuns = mostExactRuns;
        rows(
                "builds.sql",
                Map.of(),
                row -> builds.put(row.intAt("build_number"), row.textAt("build").orElse(UNKNOWN_BUILD)));
    }

    /// Asks the question in a file, with places in braces filled in.
    <T> List<T> rows(String file, Map<String, String> filled, Store.RowReader<T> reader, Object... arguments) {
        String sql = Queries.load(Asked.class, file);
        for (Map.Entry<String, String> place : filled.entrySet()) {
            sql = sql.replace("{" + place.getKey() + "}", place.getValue());
        }
        return evidence.rows(sql, reader, arguments);
    }

    /// The build of a row.
    String build(Row row) {
        return builds.getOrDefault(row.intAt("build_number"), UNKNOWN_BUILD);
    }

    /// The duration that a row's number stands for.
    static long nanos(Row row, String column, boolean exact) {
        return exact ? row.longAt(column) : DurationBuckets.middleNanos(row.intAt(column));
    }

    /// Where the first of some runs stands.
    record First(long execution, long place) {

        static First of(Row row) {
            return new First(row.longAt("execution_id"), row.longAt("place"));
        }

        First earlier(First other) {
            return other.place < place ? other : this;
        }
    }

    /// The same as people say it.
    Profile.@Nullable Slowest slowest(@Nullable First first) {
        return first == null
                ? null
                : new Profile.Slowest(
                        new ExecutionId(first.execution()), evidence.place(Origin.ofNumber(first.place())));
    }

    /// Some durations, and their numbers in `DurationBuckets`, as lists of SQL.
    static Map<String, String> oneOf(Collection<Long> nanos) {
        return Map.of(
                "values",
                list(nanos),
                "buckets",
                list(nanos.stream().map(each -> (long) DurationBuckets.of(each)).toList()));
    }

    /// Numbers as a list of SQL; one that nothing equals where there are none.
    static String list(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? "NULL"
                : numbers.stream().sorted().distinct().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
