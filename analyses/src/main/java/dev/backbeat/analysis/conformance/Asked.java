package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The evidence with what all questions of the conformance share.
final class Asked {

    private final Evidence evidence;
    private final Map<Integer, Build> builds = new HashMap<>();

    /// What ran.
    record Build(@Nullable String label, @Nullable String commit) {

        static Build of(Row row) {
            return new Build(
                    row.textAt("build").orElse(null), row.textAt("commit").orElse(null));
        }
    }

    Asked(Evidence evidence) {
        this.evidence = evidence;
        rows("builds.sql", row -> builds.put(row.intAt("build_number"), Build.of(row)));
    }

    <T> List<T> rows(String file, Store.RowReader<T> reader) {
        return evidence.rows(Queries.load(Asked.class, file), reader);
    }

    /// Asks with values filled in.
    <T> List<T> rows(String file, String values, Store.RowReader<T> reader) {
        return evidence.rows(Queries.load(Asked.class, file).replace("{values}", values), reader);
    }

    Build build(Row row) {
        return builds.getOrDefault(row.intAt("build_number"), new Build(null, null));
    }

    /// The place that a number stands for.
    Place place(long place) {
        return place(Origin.ofNumber(place));
    }

    Place place(Origin origin) {
        return evidence.place(origin);
    }
}
