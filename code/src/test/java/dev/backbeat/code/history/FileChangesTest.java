package dev.backbeat.code.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.Repo;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangesTest {

    @TempDir
    Path temp;

    @Test
    void saysWhichCommitChangedLinesLastAndHowOftenFilesChanged() throws Exception {
        Repo repo = Repo.in(temp);
        repo.file("a.js", "function one() {", "  x", "}", "function two() {", "  y", "}");
        String first = repo.commit("first");
        repo.file("a.js", "function one() {", "  x", "}", "function two() {", "  z", "}");
        repo.file("b.js", "other");
        String second = repo.commit("second");
        try (CodeHistory history = CodeHistory.of(temp).orElseThrow()) {
            FileChanges changes = history.changes(second, Set.of("a.js", "b.js", "none.js"));
            assertThat(changes.last("a.js", 1, 3))
                    .map(FileChanges.Change::commit)
                    .contains(first);
            assertThat(changes.last("a.js", 4, 6))
                    .map(FileChanges.Change::commit)
                    .contains(second);
            assertThat(changes.last("none.js", 1, 1)).isEmpty();
            assertThat(List.of(changes.count("a.js"), changes.count("b.js"), changes.count("none.js")))
                    .containsExactly(2, 1, 0);
            assertThat(changes.last("a.js", 1, 3).orElseThrow().nanos()).isPositive();
        }
        assertThat(FileChanges.unknown().last("a.js", 1, 3)).isEmpty();
    }
}
