package dev.backbeat.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an answer is worth to the next server.
class AnswerFolderTest {

    private static final String PROGRAM = "this one";
    private static final byte[] BODY = "{\"n\":1}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path store;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(store.resolve("facts"), "as they were");
    }

    private AnswerFolder open() {
        return AnswerFolder.open(store, PROGRAM, 1);
    }

    private Optional<Boolean> current(AnswerFolder folder, String question) {
        return folder.of(question, 1).map(AnswerFolder.Kept::isCurrent);
    }

    @Test
    void anAnswerOfTheLastStateIsThatOfTheNextServer() {
        AnswerFolder first = open();
        first.keep("early", 1, "application/json", BODY);
        first.keep("late", 4, "application/json", BODY);
        assertThat(first.of("late", 4).orElseThrow().isCurrent()).isTrue();
        first.close(4);

        AnswerFolder second = open();
        assertThat(current(second, "late")).contains(true);
        assertThat(current(second, "early")).contains(false);
        assertThat(second.of("late", 1).orElseThrow().body()).isEqualTo(BODY);
        assertThat(second.of("late", 2).orElseThrow().isCurrent()).isFalse();
        assertThat(second.of("never asked", 1)).isEmpty();
        second.close(1);
        assertThat(current(open(), "late")).as("nothing changed in between").contains(true);
    }

    @Test
    void whatWasWrittenSinceMakesItAnEarlierOne() throws IOException {
        AnswerFolder first = open();
        first.keep("a", 1, "application/json", BODY);
        first.close(1);
        Files.setLastModifiedTime(store.resolve("facts"), FileTime.fromMillis(1_000));
        assertThat(current(open(), "a")).contains(false);

        AnswerFolder third = open();
        third.keep("a", 1, "application/json", BODY);
        third.close(1);
        Files.writeString(store.resolve("facts.wal"), "a writer that was killed");
        assertThat(current(open(), "a")).contains(false);
    }

    @Test
    void whoIsKilledLeavesEarlierAnswersOnly() {
        AnswerFolder first = open();
        first.keep("a", 1, "application/json", BODY);
        first.close(1);
        // It is never closed.
        assertThat(current(open(), "a")).contains(true);
        assertThat(current(open(), "a")).contains(false);
    }

    @Test
    void anotherProgramAnswersForItself() {
        AnswerFolder first = open();
        first.keep("a", 1, "application/json", BODY);
        first.close(1);
        assertThat(AnswerFolder.open(store, "the next version", 1).of("a", 1)).isEmpty();
    }

    @Test
    void whatIsDamagedIsNoAnswer() throws IOException {
        AnswerFolder first = open();
        first.keep("a", 1, "application/json", BODY);
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 3));
        assertThat(first.of("a", 1)).isEmpty();
    }

    @Test
    void whatIsForgottenIsInNoAnswer() throws IOException {
        AnswerFolder first = open();
        first.keep("a", 1, "application/json", BODY);
        AnswerFolder.forget(store);
        assertThat(first.of("a", 1)).isEmpty();
        assertThat(store.resolve("answers")).doesNotExist();
        AnswerFolder.forget(store);
    }

    @Test
    void whereNothingCanBeWrittenNothingIsKept() throws IOException {
        Files.writeString(store.resolve("answers"), "a file where a folder is wanted");
        AnswerFolder folder = open();
        folder.keep("a", 1, "application/json", BODY);
        assertThat(folder.of("a", 1)).isEmpty();
        folder.close(1);
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(store.resolve("answers"))) {
            return files.findFirst().orElseThrow();
        }
    }
}
