package dev.backbeat.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.store.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens after an error that DuckDB can't undo, and what is not asked of it so that there is none.
class BrokenOffTest {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    /// The header of a file: how long it is, and where in it the version of the format stands.
    private static final int HEADER = 4096;

    private static final int VERSION = 12;

    @TempDir
    Path temp;

    @Test
    void aDatabaseThatDuckDbGaveUpIsOpenedAgainWithAllThatWasCommitted() throws Exception {
        assumeTrue(Files.isExecutable(PRLIMIT), "not tried: there is no " + PRLIMIT + " to take away room on the disk");
        Path file = temp.resolve("one.duckdb");
        try (Database database = Database.open(file, false, DuckDbSettings.DEFAULT)) {
            DuckDBConnection kept = database.connect();
            Database.execute(kept, "CREATE TABLE t AS SELECT 1 AS one");
            room("1000");
            try {
                assertThatThrownBy(() -> Database.execute(kept, "CHECKPOINT"))
                        .isInstanceOfSatisfying(SQLException.class, trouble -> {
                            assertThat(SqlTrouble.isFatal(trouble)).isTrue();
                            assertThat(SqlTrouble.during("write", trouble)).hasMessage("can't write: the disk is full");
                        });
            } finally {
                room("unlimited");
            }
            assertThatThrownBy(() -> Database.execute(kept, "SELECT one FROM t"))
                    .isInstanceOfSatisfying(SQLException.class, trouble -> {
                        assertThat(SqlTrouble.isFatal(trouble)).isTrue();
                        assertThat(SqlTrouble.asking("SELECT one FROM t", trouble)
                                        .code())
                                .isEqualTo(ErrorCode.ENVIRONMENT);
                    });
            assertThat(database.openings()).isEqualTo(1);
            try (DuckDBConnection fresh = database.connect()) {
                Database.execute(fresh, "INSERT INTO t SELECT one + 1 FROM t");
            }
            assertThat(database.openings()).isEqualTo(2);
            assertThat(kept.isClosed()).isTrue();
        }
        try (DuckDBConnection after = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file);
                var statement = after.createStatement();
                var rows = statement.executeQuery("SELECT sum(one) FROM t")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(3);
        }
    }

    @Test
    void theFormatOfAnotherVersionIsNamed() throws IOException {
        Path folder = temp.resolve("store");
        try (Store store = DuckDbStore.open(folder, OpenMode.READ_WRITE)) {
            assertThat(store.inputs()).isEmpty();
        }
        Path file = folder.resolve("backbeat.duckdb");
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getLong(0)).isEqualTo(checksum(header));
        header.putLong(VERSION, header.getLong(VERSION) + 1_000);
        header.putLong(0, checksum(header));
        Files.write(file, bytes);
        assertThatThrownBy(() -> DuckDbStore.open(folder, OpenMode.READ_WRITE))
                .isInstanceOfSatisfying(BackbeatException.class, trouble -> {
                    assertThat(trouble).hasMessageContaining("was written by another version of Backbeat");
                    assertThat(trouble.hint())
                            .hasValueSatisfying(hint -> assertThat(hint).contains("into another store"));
                });
        assertThat(file).binaryContent().isEqualTo(bytes);
    }

    /// The checksum of DuckDB over the header of a file.
    private static long checksum(ByteBuffer header) {
        long sum = 5381;
        for (int at = Long.BYTES; at < HEADER; at += Long.BYTES) {
            sum ^= header.getLong(at) * 0xbf58476d1ce4e5b9L;
        }
        return sum;
    }

    private static void room(String bytes) throws IOException, InterruptedException {
        Process limiting = new ProcessBuilder(
                        PRLIMIT.toString(),
                        "--pid",
                        Long.toString(ProcessHandle.current().pid()),
                        "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start();
        assertThat(limiting.waitFor()).isZero();
    }
}
