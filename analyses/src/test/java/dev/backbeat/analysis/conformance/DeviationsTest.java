package dev.backbeat.analysis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviationsTest {

    private static final String NONE = "";

    private static Flow.Beat beat(int number, String event, boolean optional, String parallel) {
        return new Flow.Beat(
                number, event, "on" + event, optional, parallel, new CodePlace("shop", "a.json", number, number, null));
    }

    private static Flow flow(Flow.Beat... beats) {
        return new Flow("s", "S", "P", List.of(beats));
    }

    private static Flow chain(String... events) {
        List<Flow.Beat> beats = new ArrayList<>();
        for (String event : events) {
            beats.add(beat(beats.size() + 1, event, false, NONE));
        }
        return new Flow("s", "S", "P", beats);
    }

    private static Seen.Beat ran(int number, String event) {
        return new Seen.Beat(number, event, false, 1, new Origin(1, 0));
    }

    private static Seen seen(boolean ended, String... events) {
        List<Seen.Beat> beats = new ArrayList<>();
        for (String event : events) {
            beats.add(ran(-1, event));
        }
        return new Seen(beats, ended);
    }

    private static List<String> deviations(Flow flow, Seen seen) {
        return new Deviations(flow)
                .of(seen.withoutRetries()).orElseThrow().deviations().stream()
                        .map(one -> one.kind() + " " + one.documented() + " " + one.observed())
                        .toList();
    }

    @Test
    void anExecutionAsDocumentedDoesNotDeviate() {
        assertThat(deviations(chain("a", "b", "c"), seen(true, "a", "b", "c"))).isEmpty();
    }

    @Test
    void aBeatThatDidNotRunIsMissing() {
        assertThat(deviations(chain("a", "b", "c"), seen(true, "a", "c"))).containsExactly("MISSING 1 -1");
    }

    @Test
    void aBeatOfNoDocumentIsExtra() {
        assertThat(deviations(chain("a", "b"), seen(true, "a", "x", "b"))).containsExactly("EXTRA -1 1");
    }

    @Test
    void aBeatThatRanTwiceIsRepeated() {
        assertThat(deviations(chain("a", "b"), seen(true, "a", "b", "a"))).containsExactly("REPEATED 0 2");
        assertThat(deviations(chain("a", "b"), seen(true, "a", "a", "b"))).containsExactly("REPEATED 0 1");
    }

    @Test
    void aBeatAtAnotherPlaceIsOneDeviationNotTwo() {
        assertThat(deviations(chain("a", "b", "c", "d"), seen(true, "a", "c", "b", "d")))
                .hasSize(1)
                .allMatch(one -> one.startsWith("OUT_OF_ORDER"));
    }

    @Test
    void anEventThatIsDocumentedTwiceRunsTwice() {
        Flow twice = chain("a", "b", "a");
        assertThat(deviations(twice, new Seen(List.of(ran(1, "a"), ran(2, "b"), ran(3, "a")), true)))
                .isEmpty();
        assertThat(deviations(twice, new Seen(List.of(ran(1, "a"), ran(2, "b")), true)))
                .containsExactly("MISSING 2 -1");
    }

    @Test
    void twoBeatsOfOneNumberAreTwoBeats() {
        Flow flow = flow(beat(3, "a", false, NONE), beat(3, "b", false, NONE));
        assertThat(deviations(flow, new Seen(List.of(ran(3, "a"), ran(3, "b")), true)))
                .isEmpty();
        assertThat(deviations(flow, new Seen(List.of(ran(3, "a")), true))).containsExactly("MISSING 1 -1");
    }

    @Test
    void parallelBeatsRunInAnyOrder() {
        Flow flow = flow(
                beat(1, "a", false, NONE),
                beat(2, "b", false, "g"),
                beat(3, "c", false, "g"),
                beat(4, "d", false, NONE));
        assertThat(deviations(flow, seen(true, "a", "c", "b", "d"))).isEmpty();
        assertThat(deviations(flow, seen(true, "a", "c", "d"))).containsExactly("MISSING 1 -1");
        assertThat(deviations(flow, seen(true, "c", "a", "b", "d"))).hasSize(1);
    }

    @Test
    void anOptionalBeatMayBeLeftOut() {
        Flow flow = flow(beat(1, "a", false, NONE), beat(2, "b", true, NONE), beat(3, "c", false, NONE));
        assertThat(deviations(flow, seen(true, "a", "c"))).isEmpty();
        assertThat(deviations(flow, seen(true, "a", "b", "c"))).isEmpty();
        assertThat(deviations(flow, seen(true, "a", "c", "b"))).containsExactly("OUT_OF_ORDER 1 2");
    }

    @Test
    void aFailedBeatThatComesAgainIsARetry() {
        Seen.Beat failed = new Seen.Beat(1, "a", true, 1, new Origin(1, 0));
        Seen retried = new Seen(List.of(failed, ran(1, "a"), ran(2, "b")), true);
        assertThat(retried.withoutRetries().beats()).hasSize(2);
        assertThat(deviations(chain("a", "b"), retried)).isEmpty();
    }

    @Test
    void anExecutionThatDidNotEndMayLackItsLastBeats() {
        assertThat(deviations(chain("a", "b", "c"), seen(false, "a"))).isEmpty();
        assertThat(deviations(chain("a", "b", "c"), seen(false))).isEmpty();
        assertThat(deviations(chain("a", "b", "c"), seen(false, "b"))).containsExactly("MISSING 0 -1");
    }

    @Test
    void anExecutionWithNothingInCommonFitsNotAtAll() {
        Deviations.Fit fit =
                new Deviations(chain("a", "b")).of(seen(true, "x", "y", "z")).orElseThrow();
        assertThat(fit.moves()).isEqualTo(fit.worst()).isEqualTo(5);
    }

    @Test
    void aBeatWithoutAnEventIsToldByItsNumber() {
        Flow flow = new Flow(
                "s",
                "S",
                null,
                List.of(new Flow.Beat(1, null, "h", false, NONE, new CodePlace("shop", "a.json", 1, 1, null))));
        assertThat(deviations(flow, new Seen(List.of(ran(1, "a")), true))).isEmpty();
        assertThat(deviations(flow, new Seen(List.of(ran(2, "a")), true))).hasSize(2);
    }
}
