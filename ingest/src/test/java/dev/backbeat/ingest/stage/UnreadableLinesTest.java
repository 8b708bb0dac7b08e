package dev.backbeat.ingest.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.LineClass;
import dev.backbeat.model.Rejected;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A line that can't be read is rejected with its reason; what stands around it is read.
class UnreadableLinesTest {

    private static final String BEFORE = "[2026-11-22T22:33:13.034Z] LOG 🥁 MovementExecutor: Executing beat 1 (1/2)\n";
    private static final String AFTER = "[2026-11-22T22:33:13.035Z] LOG 🥁 MovementExecutor: Executing beat 2 (2/2)\n";

    @Test
    void aLineWithNulIsBinary() {
        ReadInput read = read(BEFORE, "\0\0binary\n".getBytes(StandardCharsets.UTF_8), AFTER);
        assertThat(read.summary().rejects()).containsExactly(new Rejected(offset(), 8, Rejected.Reason.BINARY));
        assertThat(read.lines(LineClass.EVENT)).isEqualTo(2);
    }

    @Test
    void aLineInLatin1IsNotUtf8() {
        ReadInput read = read(BEFORE, "größe\n".getBytes(StandardCharsets.ISO_8859_1), AFTER);
        assertThat(read.summary().rejects()).containsExactly(new Rejected(offset(), 5, Rejected.Reason.NOT_UTF8));
        assertThat(read.lines(LineClass.EVENT)).isEqualTo(2);
    }

    @Test
    void aFileInUtf16IsBinaryInEveryLine() {
        ReadInput read = read("", (BEFORE + AFTER).getBytes(StandardCharsets.UTF_16LE), "");
        assertThat(read.lines(LineClass.REJECTED)).isEqualTo(read.summary().lines());
        assertThat(read.summary().rejects()).extracting(Rejected::reason).containsOnly(Rejected.Reason.BINARY);
    }

    @Test
    void aLastLineThatEndsWithinACharacterIsTruncated() {
        byte[] cut = "[2026-11-22T22:33:13.036Z] LOG 🥁".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[cut.length - 2];
        System.arraycopy(cut, 0, bytes, 0, bytes.length);
        assertThat(read(BEFORE + AFTER, bytes, "").summary().rejects())
                .containsExactly(new Rejected(2 * offset(), bytes.length, Rejected.Reason.TRUNCATED));
    }

    @Test
    void aLastLineThatEndsWithinItsMessageIsTruncatedUnlessARuleKnowsIt() {
        byte[] cut = "[2026-11-22T22:33:13.036Z] LOG 🥁 MovementExec".getBytes(StandardCharsets.UTF_8);
        ReadInput read = read(BEFORE, cut, "");
        assertThat(read.summary().rejects())
                .containsExactly(new Rejected(offset(), cut.length, Rejected.Reason.TRUNCATED));

        ReadInput known = read(BEFORE, AFTER.strip().getBytes(StandardCharsets.UTF_8), "");
        assertThat(known.summary().rejects()).isEmpty();
        assertThat(known.lines(LineClass.EVENT)).isEqualTo(2);
    }

    @Test
    void rejectsThatAreNotKeptAreCounted() {
        byte[] bad = "\0\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        ReadInput read = read(BEFORE, bad, AFTER);
        assertThat(read.lines(LineClass.REJECTED)).isEqualTo(20_000);
        assertThat(read.summary().rejects()).hasSizeBetween(1, Account.MAX_REJECTS_KEPT);
    }

    @Test
    void theLedgerBalancesWhateverStandsInTheInput() {
        ReadInput read = read(BEFORE, new byte[] {(byte) 0xFF, '\n', 0, '\n', '\n', 'x', '\n', (byte) 0xF0}, "");
        long counted = Stream.of(LineClass.values()).mapToLong(read::lines).sum();
        assertThat(counted).isEqualTo(read.summary().lines());
    }

    private static long offset() {
        return BEFORE.getBytes(StandardCharsets.UTF_8).length;
    }

    private static ReadInput read(String before, byte[] bad, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bad);
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return ReadInput.of(out.toByteArray(), ReadInput.RECORDER, 1);
    }
}
