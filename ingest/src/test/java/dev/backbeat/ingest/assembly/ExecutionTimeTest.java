package dev.backbeat.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Tie;
import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionTimeTest {

    private static final SessionId SESSION = new SessionId(1);
    private static final ExecutionId EXECUTION = new ExecutionId(2);
    private static final Origin PLACE = new Origin(1, 0);

    @Test
    void theTimeDividesIntoFour() {
        TimeDivision time = division(
                execution(10, 15, 100),
                List.of(beat(0, -1, 20, 40), beat(1, -1, 60, 90)),
                List.of(handler(0, 0, 25, 35), handler(1, 1, 65, 75)));
        assertThat(time).isEqualTo(new TimeDivision(5, 20, 30, 35, 0));
        assertThat(time.totalNanos()).isEqualTo(90);
        assertThat(time.overheadNanos()).isEqualTo(70);
    }

    @Test
    void handlersThatAreNotAwaitedCountBetweenBeatsAndAfterTheEnd() {
        TimeDivision time = division(
                execution(Time.UNKNOWN, 0, 50),
                List.of(beat(0, -1, 0, 10), beat(1, -1, 20, 30)),
                List.of(handler(0, 0, 5, 25), handler(1, 1, 40, 70)));
        assertThat(time).isEqualTo(new TimeDivision(Time.UNKNOWN, 30, 10, 10, 20));
        assertThat(time.totalNanos()).isEqualTo(50);
    }

    @Test
    void handlersSideBySideCountOnce() {
        TimeDivision time = division(
                execution(0, 0, 50), List.of(beat(0, -1, 0, 50)), List.of(handler(0, 0, 5, 25), handler(1, 0, 10, 30)));
        assertThat(time.handlerNanos()).isEqualTo(25);
        assertThat(time.inBeatNanos()).isEqualTo(25);
    }

    @Test
    void withoutAReportedEndTheLastEvidenceIsTheEnd() {
        TimeDivision time = division(
                execution(0, 10, Time.UNKNOWN), List.of(beat(0, -1, 20, Time.UNKNOWN)), List.of(handler(0, 0, 25, 80)));
        assertThat(time).isEqualTo(new TimeDivision(10, 55, 5, 10, 0));
    }

    @Test
    void theReportedDurationSaysWhenItEnded() {
        long milli = Time.NANOS_PER_MILLI;
        Execution late = reported(execution(0, 0, 60 * milli), 50 * milli);
        List<HandlerRun> handlers = List.of(handler(0, 0, 40 * milli, 55 * milli));
        List<BeatRun> beats = List.of(beat(0, -1, 0, 45 * milli));
        assertThat(division(late, beats, handlers))
                .isEqualTo(new TimeDivision(0, 10 * milli, 40 * milli, 0, 5 * milli));
        Execution wrong = reported(execution(0, 0, 60 * milli), 500 * milli);
        assertThat(division(wrong, beats, handlers).totalNanos()).isEqualTo(60 * milli);
    }

    @Test
    void whatNeverBeganHasNoTime() {
        assertThat(division(execution(5, Time.UNKNOWN, Time.UNKNOWN), List.of(), List.of()))
                .isEqualTo(TimeDivision.UNKNOWN);
        assertThat(TimeDivision.UNKNOWN.totalNanos()).isEqualTo(Time.UNKNOWN);
    }

    @Test
    void aHandlerThatNeverEndedHasNoTime() {
        HandlerRun never = run(0, 0, 5, Time.UNKNOWN, Time.UNKNOWN);
        ExecutionTime time = new ExecutionTime(execution(0, 0, 50), List.of(beat(0, -1, 0, 20)), List.of(never));
        assertThat(time.division()).isEqualTo(new TimeDivision(0, 0, 20, 30, 0));
        assertThat(time.handlers()).containsExactly(never);
    }

    @Test
    void theTimeOfChildBeatsIsNotSelfTime() {
        List<HandlerRun> placed = new ExecutionTime(
                        execution(0, 0, 100),
                        List.of(beat(0, -1, 0, 100), beat(1, 0, 10, 90), beat(2, 1, 20, 80)),
                        List.of(handler(0, 0, 0, 100), handler(1, 1, 10, 60), handler(2, 2, 20, 50)))
                .handlers();
        assertThat(placed).extracting(HandlerRun::nestedNanos).containsExactly(50L, 30L, 0L);
        assertThat(placed).extracting(HandlerRun::offPathNanos).containsExactly(0L, 0L, 0L);
        assertThat(placed).extracting(HandlerRun::selfNanos).containsExactly(50L, 20L, 30L);
    }

    @Test
    void whatNobodyWaitsForIsOffThePath() {
        List<HandlerRun> placed = new ExecutionTime(
                        execution(0, 0, 50),
                        List.of(beat(0, -1, 0, 50)),
                        List.of(handler(0, 0, 0, 40), handler(1, 0, 10, 80)))
                .handlers();
        assertThat(placed).extracting(HandlerRun::offPathNanos).containsExactly(30L, 0L);
        assertThat(placed).extracting(HandlerRun::onPathNanos).containsExactly(10L, 70L);
    }

    private static TimeDivision division(Execution execution, List<BeatRun> beats, List<HandlerRun> handlers) {
        return new ExecutionTime(execution, beats, handlers).division();
    }

    private static Execution execution(long queued, long start, long end) {
        return new Execution(
                EXECUTION,
                SESSION,
                0,
                null,
                "s",
                null,
                null,
                queued,
                start,
                end,
                Time.UNKNOWN,
                Outcome.COMPLETED,
                null,
                null,
                PLACE,
                PLACE,
                TimeDivision.UNKNOWN);
    }

    private static Execution reported(Execution run, long reported) {
        return new Execution(
                EXECUTION,
                SESSION,
                0,
                null,
                "s",
                null,
                null,
                run.queuedNanos(),
                run.startNanos(),
                run.endNanos(),
                reported,
                Outcome.COMPLETED,
                null,
                null,
                PLACE,
                PLACE,
                TimeDivision.UNKNOWN);
    }

    private static BeatRun beat(int ordinal, int parent, long start, long end) {
        return new BeatRun(
                EXECUTION,
                SESSION,
                "s",
                ordinal,
                parent,
                0,
                ordinal,
                ordinal,
                1,
                null,
                "e",
                null,
                start,
                end,
                Time.UNKNOWN,
                Time.UNKNOWN,
                Outcome.COMPLETED,
                PLACE,
                PLACE);
    }

    private static HandlerRun handler(int ordinal, int beat, long began, long end) {
        return run(ordinal, beat, began, end, end - began);
    }

    private static HandlerRun run(int ordinal, int beat, long call, long end, long own) {
        return new HandlerRun(
                EXECUTION,
                SESSION,
                "s",
                ordinal,
                beat,
                0,
                "e",
                "p",
                "h",
                null,
                call,
                call,
                end,
                0,
                own,
                0,
                0,
                HandlerOutcome.CHANGED,
                Tie.REQUEST_ID,
                PLACE,
                PLACE);
    }
}
