package dev.backbeat.ingest.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.stage.RecordedLogs.Recorded;
import dev.backbeat.model.Event;
import dev.backbeat.model.LineClass;
import dev.backbeat.model.Rejected;
import dev.backbeat.model.Session;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Where an input is cut changes nothing of what it means.
class ChunkingTest {

    private static final String EVENT = "[2026-11-22T22:33:13.034Z] LOG 🥁 MovementExecutor: Executing beat 1 (1/2)";
    private static final int MEBIBYTE = 1 << 20;

    static List<Recorded> logs() {
        return RecordedLogs.all();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void anyChunkingGivesWhatOneChunkGives(Recorded log) {
        byte[] bytes = log.bytes();
        List<ChunkResult> whole = ReadInput.chunks(bytes, log.layout(), bytes.length + 1, 2 * bytes.length + 2);
        assertThat(whole).hasSize(1);
        for (int size : new int[] {4096, 5000, 9973, 20_011, 70_001}) {
            List<ChunkResult> pieces = ReadInput.chunks(bytes, log.layout(), size, 64 * size);

            assertThat(pieces).hasSizeGreaterThan(bytes.length / size / 4);
            assertThat(events(pieces)).isEqualTo(events(whole));
            assertThat(ledger(pieces)).isEqualTo(ledger(whole));
            assertThat(ReadInput.facts(pieces).all).isEqualTo(ReadInput.facts(whole).all);
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void chunksFollowEachOtherWithoutAGap(Recorded log) {
        byte[] bytes = log.bytes();
        long offset = 0;
        for (ChunkResult result : ReadInput.chunks(bytes, log.layout(), 3000, 200_000)) {
            assertThat(result.chunk.offset()).isEqualTo(offset);
            offset += result.chunk.length();
        }
        assertThat(offset).isEqualTo(bytes.length);
    }

    @Test
    void aRecordLargerThanTheLargestChunkIsCutAtALine() {
        String text = EVENT + "\n" + "    at a stack row of some length\n".repeat(500) + EVENT + "\n";
        List<ChunkResult> pieces = ReadInput.chunks(bytes(text), ReadInput.RECORDER, 256, 1024);
        assertThat(pieces.stream().mapToLong(piece -> piece.lines).sum()).isEqualTo(502);
        assertThat(pieces.stream().mapToLong(piece -> piece.rejectedLines).sum())
                .isZero();
        assertThat(events(pieces)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("longLines")
    void aLineLongerThanAMebibyteIsRejectedOnceAndTheRestIsRead(int mebibytes) {
        int length = mebibytes * MEBIBYTE;
        byte[] text = bytes(EVENT + "\n" + EVENT + "\n");
        byte[] bytes = new byte[text.length + length + 1 + text.length];
        Arrays.fill(bytes, (byte) 'x');
        System.arraycopy(text, 0, bytes, 0, text.length);
        bytes[text.length + length] = '\n';
        System.arraycopy(text, 0, bytes, text.length + length + 1, text.length);

        ReadInput read = ReadInput.of(bytes, ReadInput.RECORDER, 2);
        assertThat(read.summary().rejects())
                .containsExactly(new Rejected(text.length, length, Rejected.Reason.TOO_LONG));
        assertThat(read.summary().lines()).isEqualTo(5);
        assertThat(read.lines(LineClass.EVENT)).isEqualTo(4);
        assertThat(read.lines(LineClass.REJECTED)).isEqualTo(1);
        assertThat(read.summary().bytes()).isEqualTo(bytes.length);
    }

    static List<Integer> longLines() {
        return List.of(3, 8, 50);
    }

    @Test
    void aLongLastLineWithoutAnEndIsRejectedOnce() {
        byte[] bytes = new byte[3 * MEBIBYTE];
        Arrays.fill(bytes, (byte) 'x');
        ReadInput read = ReadInput.of(bytes, ReadInput.RECORDER, 1);
        assertThat(read.summary().rejects()).containsExactly(new Rejected(0, bytes.length, Rejected.Reason.TOO_LONG));
        assertThat(read.summary().lines()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void aCarriageReturnBeforeTheLineEndChangesOnlyTheOffsets(Recorded log) {
        String text = log.text();
        ReadInput unix = ReadInput.of(text, log.layout());
        ReadInput windows = ReadInput.of(text.replace("\n", "\r\n"), log.layout());
        assertThat(windows.summary().counts()).isEqualTo(unix.summary().counts());
        assertThat(windows.events()).hasSameSizeAs(unix.events());
        assertThat(windows.facts().all).hasSameSizeAs(unix.facts().all);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void aMissingLastLineEndChangesNothingButAnUnknownLastLine(Recorded log) {
        String text = log.text();
        ReadInput with = ReadInput.of(text, log.layout());
        ReadInput without = ReadInput.of(text.substring(0, text.length() - 1), log.layout());
        assertThat(without.events()).isEqualTo(with.events());
        assertThat(rebuilt(without)).isEqualTo(rebuilt(with));
        assertThat(without.summary().lines()).isEqualTo(with.summary().lines());
        assertThat(without.summary().rejects())
                .hasSizeLessThan(2)
                .allMatch(reject -> reject.reason() == Rejected.Reason.TRUNCATED);
    }

    @Test
    void anInputOfNothingHasNoLineAndNoSession() {
        for (Layout layout : ReadInput.LAYOUTS) {
            ReadInput read = ReadInput.of("", layout);
            assertThat(read.summary().lines()).isZero();
            assertThat(read.summary().bytes()).isZero();
            assertThat(read.facts().all).isEmpty();
        }
    }

    @Test
    void anInputOfBlankLinesIsSilent() {
        for (Layout layout : ReadInput.LAYOUTS) {
            ReadInput read = ReadInput.of("\n\n  \n\t\r\n\n", layout);
            assertThat(read.summary().lines()).isEqualTo(5);
            assertThat(read.lines(LineClass.SILENT)).isEqualTo(5);
            assertThat(read.facts().all).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void theNumberOfThreadsChangesNothing(Recorded log) {
        byte[] large = bytes(log.text().repeat(1 + 5 * MEBIBYTE / log.bytes().length));
        ReadInput one = ReadInput.of(large.clone(), log.layout(), 1);
        for (int threads : new int[] {2, 8}) {
            ReadInput many = ReadInput.of(large.clone(), log.layout(), threads);
            assertThat(many.facts().all).isEqualTo(one.facts().all);
            assertThat(many.summary()).isEqualTo(one.summary());
        }
    }

    /// Without the session itself, which says where its last record stands.
    private static List<Record> rebuilt(ReadInput read) {
        return read.facts().all.stream()
                .filter(fact -> !(fact instanceof Session))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Without silences: those between two chunks are told when the chunks are put back in order.
    private static List<Event> events(List<ChunkResult> chunks) {
        return chunks.stream()
                .flatMap(chunk -> chunk.events.stream())
                .filter(event -> !(event instanceof Event.SilenceEnded))
                .toList();
    }

    private static Map<String, Long> ledger(List<ChunkResult> chunks) {
        Map<String, Long> lines = new TreeMap<>();
        for (ChunkResult chunk : chunks) {
            for (int rule = 0; rule < chunk.linesByRule.length; rule++) {
                lines.merge("rule " + rule, chunk.linesByRule[rule], Long::sum);
            }
            chunk.templates.forEach((template, mined) -> lines.merge(template, mined.lines(), Long::sum));
            lines.merge("lines", chunk.lines, Long::sum);
            lines.merge("rejected", chunk.rejectedLines, Long::sum);
        }
        return lines;
    }
}
