package dev.backbeat.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.Store;
import dev.backbeat.testkit.store.FactSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder of a store, and what is in the way of opening it.
class DuckDbFolderTest {

    @TempDir
    Path temp;

    @Test
    void aNewFolderIsPrivateAndUnseenByGit() throws IOException {
        Path folder = temp.resolve("project/.backbeat");
        DuckDbStore.open(folder, OpenMode.READ_WRITE).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(folder.resolve(".gitignore")).hasContent("*");
        assertThat(folder.resolve("backbeat.duckdb")).isRegularFile();
        assertThat(folder.resolve("backbeat.duckdb.wal")).doesNotExist();
    }

    @Test
    void thereHasToBeAStoreToAsk() {
        BackbeatException trouble = trouble(temp.resolve("nowhere"), OpenMode.READ);
        assertThat(trouble.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(trouble).hasMessageContaining("there is no store in");
        assertThat(trouble.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("read a log first"));
        assertThat(temp.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aFolderOfOtherThingsIsRefusedUntouched() throws IOException {
        Files.writeString(temp.resolve("precious.txt"), "mine");
        BackbeatException trouble = trouble(temp, OpenMode.READ_WRITE);
        assertThat(trouble.code()).isEqualTo(ErrorCode.STORE);
        assertThat(temp).isDirectoryNotContaining("glob:**.gitignore");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedUntouched() throws IOException {
        Path file = temp.resolve("store/backbeat.duckdb");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "this is no database\n".repeat(1_000));
        BackbeatException trouble = trouble(file.getParent(), OpenMode.READ_WRITE);
        assertThat(trouble.code()).isEqualTo(ErrorCode.STORE);
        assertThat(trouble).hasMessageContaining("is no store of this version of Backbeat");
        assertThat(file).content().startsWith("this is no database");
    }

    @Test
    void anEmptyDatabaseFileIsStartedAgain() throws IOException {
        Path folder = temp.resolve("store");
        Files.createDirectories(folder);
        Files.createFile(folder.resolve("backbeat.duckdb"));
        try (Store store = DuckDbStore.open(folder, OpenMode.READ_WRITE)) {
            assertThat(store.inputs()).isEmpty();
        }
    }

    @Test
    void aStoreOfAnotherVersionIsRefused() {
        Path folder = temp.resolve("store");
        DuckDbStore.open(folder, OpenMode.READ_WRITE).close();
        remember(folder, "tables", Schema.VERSION + 1);
        BackbeatException newer = trouble(folder, OpenMode.READ_WRITE);
        assertThat(newer.code()).isEqualTo(ErrorCode.STORE);
        assertThat(newer).hasMessageContaining("newer version of Backbeat");
        remember(folder, "tables", Schema.VERSION - 1);
        BackbeatException older = trouble(folder, OpenMode.READ);
        assertThat(older.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("backbeat rebuild"));
    }

    @Test
    void viewsOfAnotherVersionAreRenewedEvenToAsk() {
        Path folder = temp.resolve("store");
        DuckDbStore.open(folder, OpenMode.READ_WRITE).close();
        try (Database database = Database.open(StoreFolder.database(folder), false, DuckDbSettings.DEFAULT)) {
            database.transaction("spoil the views", connection -> {
                Database.execute(connection, "CREATE OR REPLACE VIEW main.gaps AS SELECT 1 AS one");
                Schema.remember(connection, "views", 1);
                return true;
            });
        }
        try (Store store = DuckDbStore.open(folder, OpenMode.READ)) {
            assertThat(store.rows("SELECT start_nanos FROM gaps", row -> row.longAt("start_nanos")))
                    .isEmpty();
        }
    }

    @Test
    void whoOnlyAsksCannotWrite() {
        Path folder = temp.resolve("store");
        try (Store store = DuckDbStore.open(folder, OpenMode.READ_WRITE);
                InputWriter writer = store.write()) {
            writer.finish(FactSamples.record("a.log", 1));
        }
        try (Store store = DuckDbStore.open(folder, OpenMode.READ)) {
            assertThat(store.inputs()).hasSize(1);
            for (Runnable writing :
                    new Runnable[] {store::write, () -> store.forget(1), () -> store.relabel(1, "B", null)}) {
                assertThatExceptionOfType(BackbeatException.class)
                        .isThrownBy(writing::run)
                        .withMessageContaining("reading only");
            }
        }
    }

    @Test
    void questionsReachNothingButTheStore() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.csv"), "a,b\n1,2\n");
        try (Store store = DuckDbStore.open(temp.resolve("store"), OpenMode.READ_WRITE)) {
            for (String sql : new String[] {
                "SELECT * FROM read_csv('" + secret + "')",
                "COPY inputs TO '" + temp.resolve("out.csv") + "'",
                "ATTACH '" + temp.resolve("other.duckdb") + "'",
                "SET memory_limit = '8GB'"
            }) {
                assertThatExceptionOfType(BackbeatException.class)
                        .as(sql)
                        .isThrownBy(() -> store.rows(sql, row -> 1))
                        .satisfies(trouble -> assertThat(trouble.code()).isEqualTo(ErrorCode.USAGE));
            }
        }
    }

    private static void remember(Path folder, String name, long value) {
        try (Database database = Database.open(StoreFolder.database(folder), false, DuckDbSettings.DEFAULT)) {
            database.transaction("pretend", connection -> {
                Schema.remember(connection, name, value);
                return true;
            });
        }
    }

    private static BackbeatException trouble(Path folder, OpenMode mode) {
        return assertThatExceptionOfType(BackbeatException.class)
                .isThrownBy(() -> DuckDbStore.open(folder, mode).close())
                .actual();
    }
}
