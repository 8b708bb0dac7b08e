package dev.backbeat.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final int BLOCKS = 20;

    @TempDir
    Path folder;

    private Path file;
    private final List<byte[]> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void write() {
        file = folder.resolve("deeper/1.journal");
        Random random = new Random(11);
        long offset = 0;
        try (JournalWriter writer = JournalWriter.create(file);
                BlockCompressor compressor = new BlockCompressor()) {
            assertThat(writer.file()).isEqualTo(file);
            for (int block = 0; block < BLOCKS; block++) {
                StringBuilder text = new StringBuilder();
                int count = 1 + random.nextInt(40);
                long before = lines.size();
                for (int i = 0; i < count; i++) {
                    String line = "line " + lines.size() + " 🥁" + " x".repeat(random.nextInt(100));
                    lines.add(line);
                    text.append(line).append(i % 3 == 0 ? "\r\n" : "\n");
                }
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                blocks.add(bytes);
                writer.append(offset, bytes.length, before, compressor.compress(bytes, bytes.length));
                offset += bytes.length;
            }
            writer.sync();
        }
    }

    @Test
    void whatWasAppendedIsReadBackToTheByte() throws IOException {
        assertThat(read()).isEqualTo(joined(BLOCKS));
        JournalReader reader = new JournalReader(file, "app.log");
        assertThat(reader.name()).isEqualTo("app.log");
        assertThat(reader.storedBytes()).isEqualTo(Files.size(file));
        try (InputStream in = reader.open()) {
            assertThat(in.read()).isEqualTo('l');
            assertThat(in.read(new byte[0])).isZero();
        }
    }

    @Test
    void anyLineIsFoundByAnyOffsetInIt() {
        JournalReader reader = new JournalReader(file, "app.log");
        long offset = 0;
        int number = 0;
        for (byte[] block : blocks) {
            for (String raw : new String(block, StandardCharsets.UTF_8).split("(?<=\n)")) {
                int length = raw.getBytes(StandardCharsets.UTF_8).length;
                for (long at : new long[] {offset, offset + length / 2, offset + length - 1}) {
                    assertThat(reader.lines(at, 0, 0))
                            .contains(List.of(new Journal.Line(number + 1, lines.get(number))));
                }
                offset += length;
                number++;
            }
        }
        assertThat(reader.lines(offset, 0, 0)).isEmpty();
        assertThat(reader.lines(-1, 0, 0)).isEmpty();
    }

    @Test
    void linesComeWithTheirNeighboursAcrossBlocks() {
        JournalReader reader = new JournalReader(file, "app.log");
        long secondBlock = blocks.getFirst().length;
        int firstLine = (int)
                new String(blocks.getFirst(), StandardCharsets.UTF_8).lines().count();
        List<Journal.Line> shown = reader.lines(secondBlock, 1, 1).orElseThrow();
        assertThat(shown).hasSize(3);
        assertThat(shown)
                .extracting(Journal.Line::number)
                .containsExactly(firstLine + 0L, firstLine + 1L, firstLine + 2L);
        assertThat(shown)
                .extracting(Journal.Line::text)
                .containsExactlyElementsOf(lines.subList(firstLine - 1, firstLine + 2));
        assertThat(reader.lines(0, 5, 0).orElseThrow()).hasSize(1);
    }

    @Test
    void aJournalCutAnywhereHoldsItsWholeBlocks() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            int cut = random.nextInt(whole.length);
            Files.write(file, Arrays.copyOf(whole, cut));
            byte[] read = read();
            assertThat(Arrays.copyOf(joined(BLOCKS), read.length)).isEqualTo(read);
            assertThat(wholeBlocks()).contains(read.length);
        }
    }

    @Test
    void aDamagedBlockIsToldAndNeverReadAsSomethingElse() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(whole.length);
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, damaged);
            try {
                byte[] read = read();
                assertThat(Arrays.copyOf(joined(BLOCKS), read.length))
                        .as("damaged at %d", at)
                        .isEqualTo(read);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("journal");
            }
        }
    }

    @Test
    void aJournalThatIsBegunAgainIsEmpty() throws IOException {
        JournalWriter.create(file).close();
        assertThat(read()).isEmpty();
        assertThat(new JournalReader(file, "app.log").lines(0, 1, 1)).isEmpty();
    }

    @Test
    void aJournalThatIsNotThereCanNotBeOpened() {
        JournalReader reader = new JournalReader(folder.resolve("none"), "app.log");
        assertThatThrownBy(reader::open).isInstanceOf(IOException.class);
        assertThat(reader.storedBytes()).isEqualTo(-1);
    }

    @Test
    void oneCompressorServesBlocksOfAnySize() {
        try (BlockCompressor compressor = new BlockCompressor()) {
            for (int size : new int[] {0, 1, 100_000, 3, 1 << 20, 0}) {
                byte[] bytes = new byte[size];
                new Random(size).nextBytes(bytes);
                byte[] compressed = compressor.compress(bytes, size);
                JournalBlock block = JournalBlock.read(JournalBlock.header(0, size, 0, compressed));
                assertThat(block.isValid()).isTrue();
                assertThat(block.fits(compressed)).isTrue();
                assertThat(block.decompress(compressed)).isEqualTo(bytes);
            }
        }
    }

    private List<Integer> wholeBlocks() {
        List<Integer> sums = new ArrayList<>(List.of(0));
        blocks.forEach(block -> sums.add(sums.getLast() + block.length));
        return sums;
    }

    private byte[] read() throws IOException {
        try (InputStream in = new JournalReader(file, "app.log").open()) {
            return in.readAllBytes();
        }
    }

    private byte[] joined(int count) {
        byte[] all = new byte
                [blocks.stream().limit(count).mapToInt(block -> block.length).sum()];
        int at = 0;
        for (byte[] block : blocks.subList(0, count)) {
            System.arraycopy(block, 0, all, at, block.length);
            at += block.length;
        }
        return all;
    }
}
