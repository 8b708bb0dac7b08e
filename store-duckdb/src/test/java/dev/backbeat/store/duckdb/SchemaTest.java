package dev.backbeat.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tables have a version, and questions pay only for what they ask.
class SchemaTest {

    @TempDir
    Path temp;

    @Test
    void tablesDoNotChangeWithoutANewVersion() {
        String tables = String.join("\n", Schema.definitions())
                + Tables.ALL.stream()
                        .flatMap(table -> table.columns().stream())
                        .map(column -> String.join(",", column.codes()))
                        .collect(Collectors.joining("\n"));
        assertThat(Schema.VERSION + ":" + tables.hashCode())
                .as("a store of an older version can't be read: count `Schema.VERSION` up, then write it here")
                .isEqualTo("1:0");
    }

    @Test
    void whatIsNotAskedForIsNotJoined() {
        try (Store store = DuckDbStore.open(temp.resolve("store"), OpenMode.READ_WRITE)) {
            for (String sql : List.of(
                    "SELECT sum(own_nanos) FROM handler_runs WHERE outcome = 'failed'",
                    "SELECT sum(reported_nanos), count(*) FROM beat_runs",
                    "SELECT execution_id, start_nanos, outcome FROM executions")) {
                String plan = store.rows("EXPLAIN " + sql, row -> row.textAt("explain_value").orElseThrow())
                        .getFirst();
                assertThat(plan).as(sql).contains("Scan").doesNotContainIgnoringCase("join");
            }
        }
    }
}
