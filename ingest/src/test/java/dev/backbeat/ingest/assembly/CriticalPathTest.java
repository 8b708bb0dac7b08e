package dev.backbeat.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.assembly.Spans.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CriticalPathTest {

    @Test
    void aChainIsAllOnThePath() {
        assertThat(onPath(200, new Span(0, 10), new Span(10, 30), new Span(50, 60)))
                .containsExactly(10, 20, 10);
    }

    @Test
    void ofTwoSideBySideTheOneThatEndsLastIsOnIt() {
        assertThat(onPath(100, new Span(0, 80), new Span(10, 100))).containsExactly(10, 90);
        assertThat(onPath(100, new Span(20, 60), new Span(0, 100))).containsExactly(0, 100);
    }

    @Test
    void ofTwoThatEndTogetherTheFirstIsOnIt() {
        assertThat(onPath(100, new Span(40, 100), new Span(60, 100))).containsExactly(60, 0);
    }

    @Test
    void whatRunsAfterTheEndIsNotWaitedFor() {
        assertThat(onPath(50, new Span(0, 80), new Span(60, 70))).containsExactly(50, 0);
    }

    @Test
    void aParentIsOnThePathBeforeAndAfterItsChild() {
        Spans parent = Spans.union(List.of(new Span(0, 20), new Span(60, 100)));
        Spans child = Spans.union(List.of(new Span(20, 60)));
        assertThat(CriticalPath.onPathNanos(List.of(parent, child), 100)).containsExactly(60, 40);
    }

    /// The path passes every moment at which anything runs exactly once.
    @Property
    void thePathIsAsLongAsTheTimeInWhichAnythingRuns(
            @ForAll @Size(max = 12) List<@IntRange(max = 50) Integer> starts,
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 20) Integer> lengths) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < Math.min(starts.size(), lengths.size()); i++) {
            spans.add(new Span(starts.get(i), starts.get(i) + lengths.get(i)));
        }
        long[] onPath = onPath(100, spans.toArray(Span[]::new));
        assertThat(LongStream.of(onPath).sum()).isEqualTo(Spans.union(spans).nanos());
        for (int i = 0; i < onPath.length; i++) {
            assertThat(onPath[i]).isBetween(0L, spans.get(i).nanos());
        }
    }

    private static long[] onPath(long end, Span... spans) {
        List<Spans> selfTimes = new ArrayList<>();
        for (Span span : spans) {
            selfTimes.add(Spans.union(List.of(span)));
        }
        return CriticalPath.onPathNanos(selfTimes, end);
    }
}
