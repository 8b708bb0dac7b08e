package dev.backbeat.ingest.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.stage.RecordedLogs.Recorded;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An input that is read while it grows gives at every moment what reading it at once gives.
class GrowingPassTest {

    private static final int CHUNK = 4096;
    private static final int LARGEST_CHUNK = 64 * CHUNK;

    static List<Recorded> logs() {
        return RecordedLogs.all();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void atEveryMomentItIsWhatReadingAtOnceGives(Recorded log) {
        for (int seed = 0; seed < 4; seed++) {
            grow(log.bytes(), log.layout(), new Random(seed), 12);
        }
    }

    @Test
    void manySessionsInOneInput() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Recorded log : List.of(RecordedLogs.SHOPPING, RecordedLogs.OVERLAPPING, RecordedLogs.FAILURES)) {
            all.write(log.bytes());
        }
        for (int seed = 0; seed < 4; seed++) {
            grow(all.toByteArray(), ReadInput.RECORDER, new Random(seed), 20);
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void theFirstLinesOneByOne(Recorded log) {
        byte[] bytes = log.bytes();
        Grown grown = new Grown(log.layout());
        int end = 0;
        for (int line = 0; line < 40; line++) {
            end = lineEnd(bytes, end);
            grown.to(Arrays.copyOf(bytes, end));
        }
    }

    @Test
    void withTheChunksOfEveryInput() {
        byte[] bytes = RecordedLogs.OVERLAPPING.text().repeat(40).getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isGreaterThan(4 * ChunkReader.CHUNK_BYTES);
        RebuiltFacts settled = new RebuiltFacts();
        RebuiltFacts passing = new RebuiltFacts();
        GrowingPass pass = new GrowingPass(
                ReadInput.parsing(ReadInput.RECORDER), 1, new GrowingPass.Takers(settled, passing, passing));
        InputSummary summary = null;
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (int to : new int[] {1000, 3_000_000, 3_100_000, bytes.length}) {
                passing.all.clear();
                pass.settle(ReadInput.source(Arrays.copyOf(bytes, to)), pool);
                summary = pass.rest();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ReadInput whole = ReadInput.of(bytes, ReadInput.RECORDER, 2);
        assertThat(summary).isEqualTo(whole.summary());
        assertThat(pass.settledBytes()).isGreaterThan(3 * ChunkReader.CHUNK_BYTES);
        assertThat(passing.all).hasSizeLessThan(whole.facts().all.size() / 2);
        assertThat(sorted(settled, passing)).isEqualTo(sorted(whole.facts()));
    }

    @Test
    void anInputThatBecameShorterIsRefused() {
        Grown grown = new Grown(ReadInput.RECORDER);
        byte[] bytes = RecordedLogs.SHOPPING.bytes();
        grown.to(bytes);
        assertThatThrownBy(() -> grown.to(new byte[10]))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(EOFException.class);
    }

    private static void grow(byte[] bytes, Layout layout, Random random, int steps) {
        Grown grown = new Grown(layout);
        List<Integer> ends = new ArrayList<>(List.of(bytes.length));
        for (int step = 0; step < steps; step++) {
            int any = random.nextInt(bytes.length);
            ends.add(random.nextInt(4) == 0 ? any : lineEnd(bytes, any));
        }
        ends.stream().sorted().forEach(end -> grown.to(Arrays.copyOf(bytes, end)));
        assertThat(grown.pass.settledBytes()).isGreaterThan(bytes.length - LARGEST_CHUNK);
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(bytes.length, at + 1);
    }

    private static List<String> sorted(RebuiltFacts... some) {
        return Arrays.stream(some)
                .flatMap(facts -> facts.all.stream())
                .map(Record::toString)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /// An input and what was read of it.
    private static final class Grown {
        private final RebuiltFacts settled = new RebuiltFacts();
        private final RebuiltFacts passing = new RebuiltFacts();
        private final Layout layout;
        private final GrowingPass pass;

        Grown(Layout layout) {
            this.layout = layout;
            this.pass = new GrowingPass(
                    ReadInput.parsing(layout),
                    1,
                    new GrowingPass.Takers(settled, passing, passing),
                    CHUNK,
                    LARGEST_CHUNK);
        }

        /// Reads on, and compares with reading at once.
        void to(byte[] bytes) {
            passing.all.clear();
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                pass.settle(ReadInput.source(bytes), pool);
                InputSummary summary = pass.rest();
                List<ChunkResult> chunks = ReadInput.chunks(bytes, layout, CHUNK, LARGEST_CHUNK);
                Account account =
                        new Account(ReadInput.parsing(layout).vocabulary().rules());
                chunks.forEach(account::add);
                assertThat(summary).isEqualTo(account.summary());
                assertThat(sorted(settled, passing)).isEqualTo(sorted(ReadInput.facts(chunks)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
