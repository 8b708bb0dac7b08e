package dev.backbeat.ingest.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatternIndexTest {

    private static final List<String> PIECES = List.of(
            "a", "ab", "abc", " ", "🥁", "🎵", ": ", "b", "{int}", "{word}", "{text}", "{last}", "{any}", "{num}");

    @Property(tries = 500)
    void findsWhatALookAtEveryPatternFinds(
            @ForAll("patterns") List<String> sources, @ForAll("messages") List<String> messages) {
        List<MessagePattern> patterns = sources.stream().map(MessagePattern::of).toList();
        PatternIndex index = PatternIndex.of(patterns);
        for (String message : messages) {
            byte[] bytes = ("xx" + message + "yy").getBytes(StandardCharsets.UTF_8);
            int found = index.find(bytes, 2, bytes.length - 2, new Captures());
            assertThat(found).as("`%s` in %s", message, sources).isEqualTo(naive(patterns, bytes));
        }
    }

    /// Of those that match, the one with the longest text before its first hole, and the first given of
    /// those.
    private static int naive(List<MessagePattern> patterns, byte[] bytes) {
        return IntStream.range(0, patterns.size())
                .filter(i -> patterns.get(i).matches(bytes, 2, bytes.length - 2, new Captures()))
                .boxed()
                .max(Comparator.<Integer>comparingInt(i -> patterns.get(i).prefix().length)
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(-1);
    }

    @Provide
    Arbitrary<List<String>> patterns() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(PatternIndexTest::joined)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<String>> messages() {
        return Arbitraries.of("a", "ab", "abc", " ", "🥁", "🎵", ": ", "b", "12", "-3.5")
                .list()
                .ofMaxSize(6)
                .map(pieces -> String.join("", pieces))
                .list()
                .ofSize(8);
    }

    private static String joined(List<String> pieces) {
        List<String> kept = new ArrayList<>();
        for (String piece : pieces) {
            boolean adjacent =
                    piece.startsWith("{") && !kept.isEmpty() && kept.getLast().startsWith("{");
            kept.add(adjacent ? "." : piece);
        }
        return String.join("", kept);
    }
}
