package dev.backbeat.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import dev.backbeat.store.Store;
import dev.backbeat.testkit.store.FactSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other processes do to a store, and what they leave behind when they die.
class DuckDbProcessesTest {

    @TempDir
    Path temp;

    @Test
    void aProcessThatDiesWhileWritingLeavesNothing() throws IOException, InterruptedException {
        Path folder = temp.resolve("store");
        assertThat(OtherProcess.end(OtherProcess.start("die", folder.toString())))
                .isEqualTo(17);
        try (Store store = DuckDbStore.open(folder, OpenMode.READ_WRITE)) {
            assertThat(store.inputs()).isEmpty();
            assertThat(count(store, "executions")).isZero();
            assertThat(count(store, "handler_runs")).isZero();
            assertThat(write(store, 3)).isEqualTo(2);
            assertThat(count(store, "executions")).isEqualTo(3);
        }
    }

    @Test
    void aProcessThatDiesWhileReplacingLeavesTheOldFacts() throws IOException, InterruptedException {
        Path folder = temp.resolve("store");
        try (Store store = DuckDbStore.open(folder, OpenMode.READ_WRITE)) {
            write(store, 5);
        }
        assertThat(OtherProcess.end(OtherProcess.start("replace", folder.toString())))
                .isEqualTo(17);
        try (Store store = DuckDbStore.open(folder, OpenMode.READ_WRITE)) {
            assertThat(store.inputs()).hasSize(1);
            assertThat(count(store, "executions")).isEqualTo(5);
            assertThat(count(store, "handler_runs")).isEqualTo(5);
        }
    }

    @Test
    void aStoreThatIsHeldNamesItsHolder() throws IOException, InterruptedException {
        Path folder = temp.resolve("store");
        Path ready = temp.resolve("ready");
        Process holder = OtherProcess.start("hold", folder.toString(), ready.toString());
        while (!Files.exists(ready) && holder.isAlive()) {
            Thread.onSpinWait();
        }
        for (OpenMode mode : OpenMode.values()) {
            BackbeatException trouble = assertThatExceptionOfType(BackbeatException.class)
                    .isThrownBy(() -> DuckDbStore.open(folder, mode))
                    .actual();
            assertThat(trouble.code()).isEqualTo(ErrorCode.STORE);
            assertThat(trouble).hasMessageContaining("is held by process " + holder.pid());
            assertThat(trouble.hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("--store"));
        }
        holder.getOutputStream().close();
        assertThat(OtherProcess.end(holder)).isZero();
        DuckDbStore.open(folder, OpenMode.READ).close();
    }

    private static int write(Store store, int executions) {
        try (InputWriter writer = store.write()) {
            OtherProcess.write(writer, executions);
            FactSamples facts = new FactSamples(writer.input(), OtherProcess.SESSION, FactSamples.plainValues(0));
            writer.session(facts.sessionFact(executions), new SessionBuild("A", null, "flag"));
            writer.finish(FactSamples.record("a.log", executions));
            return writer.input();
        }
    }

    private static long count(Store store, String view) {
        return store.rows("SELECT count(*) AS n FROM " + view, row -> row.longAt("n"))
                .getFirst();
    }
}
