package dev.backbeat.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerfRulesTest {

    private static final Surroundings.Silences NONE = new Surroundings.Silences(List.of(), 0);

    @Test
    void slowRunsOfATenthOfAllTimeAreTold() {
        assertThat(rules(handler(10, 500, 0, 100), 1_000)).containsExactly("PERF001");
        assertThat(rules(handler(10, 500, 0, 99), 1_000)).isEmpty();
        assertThat(rules(handler(9, 500, 0, 400), 1_000)).isEmpty();
    }

    @Test
    void waitingLongerThanWorkingIsTold() {
        assertThat(rules(handler(10, 100, 101, 0), 1_000)).containsExactly("PERF002");
        assertThat(rules(handler(10, 100, 100, 0), 1_000)).isEmpty();
        assertThat(rules(handler(10, 10, 99, 0), 1_000)).isEmpty();
    }

    @Test
    void overheadOfMoreThanHalfIsTold() {
        assertThat(rules(sequence(new TimeDivision(10, 49, 20, 21, 0)))).containsExactly("PERF003");
        assertThat(rules(sequence(new TimeDivision(10, 50, 20, 20, 900)))).isEmpty();
        assertThat(rules(sequence(new TimeDivision(0, 0, 0, 0, 0)))).isEmpty();
        // Without a handler all is outside of them, which says nothing.
        assertThat(rules(sequence(new TimeDivision(10, 0, 20, 21, 0)))).isEmpty();
    }

    @Test
    void silencesInsideExecutionsAreOneFinding() {
        Place place = new Place(new Origin(1, 2), "a.log", 3);
        Profile.Silence silence = new Profile.Silence(
                new SessionId(1),
                0,
                6 * Time.NANOS_PER_SECOND,
                null,
                "s",
                new Profile.Silence.Record(place, "x"),
                new Profile.Silence.Record(place, "y"));
        List<Finding> findings =
                PerfRules.findings(List.of(), 0, List.of(), new Surroundings.Silences(List.of(silence), 4));
        assertThat(findings).extracting(Finding::rule).containsExactly("PERF004");
        assertThat(findings.getFirst().sentence()).contains("6.0 s").contains("4 such silences");
        assertThat(findings.getFirst().hint()).contains("backbeat raw 1:2");
    }

    private static List<String> rules(Profile.Line handler, long own) {
        return PerfRules.findings(List.of(handler), own, List.of(), NONE).stream()
                .map(Finding::rule)
                .toList();
    }

    private static List<String> rules(Profile.SequenceLine sequence) {
        return PerfRules.findings(List.of(), 0, List.of(sequence), NONE).stream()
                .map(Finding::rule)
                .toList();
    }

    private static Profile.Line handler(long runs, long own, long waited, long saved) {
        Profile.Times times = new Profile.Times(
                runs, runs, own, waited, own, 0, saved, 1, 1, 1, 1, 1, 1, 1, new Trend(0, 0, List.of()));
        return new Profile.Line("p.h", new HandlerKey("p", "s", "h"), "s", null, null, null, times, null, List.of());
    }

    private static Profile.SequenceLine sequence(TimeDivision time) {
        return new Profile.SequenceLine("s", "S", null, 1, 1, 0, time, 1, 0, time.handlerNanos(), 0, null);
    }
}
