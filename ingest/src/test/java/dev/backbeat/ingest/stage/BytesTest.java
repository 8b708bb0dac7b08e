package dev.backbeat.ingest.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.identity.ContentHash;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The loops over words of eight bytes do what a loop over bytes does.
class BytesTest {

    @Property(tries = 5000)
    void textIsReadableWhereTheJdkDecodesIt(
            @ForAll String text, @ForAll @IntRange(max = 12) int from, @ForAll int where, @ForAll byte value) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[from + encoded.length];
        System.arraycopy(encoded, 0, bytes, from, encoded.length);
        if (encoded.length > 0 && (where & 1) == 0) {
            bytes[from + Math.floorMod(where, encoded.length)] = value;
        }
        assertThat(Utf8.isReadable(bytes, from, bytes.length)).isEqualTo(decodes(bytes, from));
    }

    @Property(tries = 5000)
    void bytesAreReadableWhereTheJdkDecodesThem(@ForAll @Size(max = 40) byte[] bytes) {
        assertThat(Utf8.isReadable(bytes, 0, bytes.length)).isEqualTo(decodes(bytes, 0));
    }

    @Test
    void everyThreeBytesAreReadableWhereTheJdkDecodesThem() {
        byte[] bytes = new byte[3];
        for (int i = 0; i < 1 << 24; i += 7) {
            bytes[0] = (byte) (i >>> 16);
            bytes[1] = (byte) (i >>> 8);
            bytes[2] = (byte) i;
            if (Utf8.isReadable(bytes, 0, 3) != decodes(bytes, 0)) {
                assertThat(i).as("bytes as a number").isNull();
            }
        }
    }

    @Property(tries = 3000)
    void theNextLineEndIsFound(
            @ForAll @Size(max = 60) byte[] bytes, @ForAll @IntRange(max = 60) int start, @ForAll boolean dense) {
        int from = Math.min(start, bytes.length);
        if (dense) {
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = bytes[at] < 0 ? (byte) '\n' : (byte) (bytes[at] % 13);
            }
        }
        int naive = from;
        while (naive < bytes.length && bytes[naive] != '\n') {
            naive++;
        }
        assertThat(Lines.end(bytes, from, bytes.length)).isEqualTo(naive);
    }

    @Test
    void aHashDependsOnTheBytesAlone() {
        byte[] bytes = "..line one..line one".getBytes(StandardCharsets.UTF_8);
        assertThat(ContentHash.of(bytes, 2, 10)).isEqualTo(ContentHash.of(bytes, 12, 20));
        assertThat(ContentHash.of("line one")).isEqualTo(ContentHash.of(bytes, 2, 10));
        assertThat(ContentHash.of(bytes, 2, 9)).isNotEqualTo(ContentHash.of(bytes, 2, 10));
        assertThat(ContentHash.combine(1, 2)).isNotEqualTo(ContentHash.combine(2, 1));
        assertThat(ContentHash.of("")).isNotEqualTo(ContentHash.of("\0"));
    }

    @Test
    void hashesOfManyTextsAndOfTheirChangesDiffer() {
        Set<Long> seen = new HashSet<>();
        Random random = new Random(7);
        int texts = 200_000;
        for (int i = 0; i < texts; i++) {
            byte[] bytes = ("message " + i).getBytes(StandardCharsets.UTF_8);
            seen.add(ContentHash.of(bytes, 0, bytes.length));
            bytes[random.nextInt(bytes.length)] ^= (byte) 0x80;
            seen.add(ContentHash.of(bytes, 0, bytes.length));
        }
        assertThat(seen).hasSize(2 * texts);
    }

    private static boolean decodes(byte[] bytes, int from) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            return text.indexOf('\0') < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
