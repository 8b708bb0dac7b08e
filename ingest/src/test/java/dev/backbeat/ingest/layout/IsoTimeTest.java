package dev.backbeat.ingest.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.LogRecord;
import dev.backbeat.model.Time;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

    /// Seconds that fit into nanoseconds in a `long`: the years 1678 to 2262.
    private static final long LAST_SECOND = 9_223_372_035L;

    private final LogRecord record = new LogRecord();

    @Property(tries = 5000)
    void readsWhatTheJdkWrites(
            @ForAll @LongRange(min = -LAST_SECOND, max = LAST_SECOND) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        byte[] bytes = ("x" + instant + " y").getBytes(StandardCharsets.UTF_8);
        int length = IsoTime.length(bytes, 1, bytes.length);

        assertThat(length).isEqualTo(instant.toString().length());
        assertThat(IsoTime.nanos(bytes, 1, length)).isEqualTo(second * Time.NANOS_PER_SECOND + nano);
        record.moveTo(bytes, 0, 1, bytes.length, bytes.length);
        assertThat(IsoTime.nanos(record, 1, length)).isEqualTo(second * Time.NANOS_PER_SECOND + nano);
    }

    @Property(tries = 2000)
    void aTimeWithOneByteChangedIsReadAsTheJdkReadsItOrNotAtAll(
            @ForAll @IntRange(max = 23) int position, @ForAll byte value) {
        byte[] bytes = "2026-11-22T21:01:50.557Z".getBytes(StandardCharsets.UTF_8);
        bytes[position] = value;
        int length = IsoTime.length(bytes, 0, bytes.length);
        boolean digit = value >= '0' && value <= '9';
        boolean wasDigit = "2026-11-22T21:01:50.557Z".charAt(position) >= '0'
                && "2026-11-22T21:01:50.557Z".charAt(position) <= '9';
        if (wasDigit && !digit) {
            assertThat(length).isLessThan(bytes.length);
        }
        if (wasDigit && digit) {
            assertThat(length).isEqualTo(bytes.length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22T21:01:50",
                "2026-11-22 21:01:50Z",
                "2026-11-22T21:01:50.557",
                "2026-11-22T21:01:50+01:00",
                "2026/11/22T21:01:50Z",
                "2026-11-22T21:01:5:Z",
                "2o26-11-22T21:01:50Z",
                "2026-11-22T21;01:50Z"
            })
    void whatIsNoTimeIsNone(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(IsoTime.length(bytes, 0, bytes.length)).isZero();
    }
}
