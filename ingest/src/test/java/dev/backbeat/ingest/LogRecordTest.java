package dev.backbeat.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogRecordTest {

    @Test
    void theLinesBelowTheHeadAreTheSameWithEitherLineEnd() {
        assertThat(continuation("head\n    at a (b.ts:1)\n    at c (d.ts:2)"))
                .isEqualTo("    at a (b.ts:1)\n    at c (d.ts:2)");
        assertThat(continuation("head\r\n    at a (b.ts:1)\r\n    at c (d.ts:2)"))
                .isEqualTo("    at a (b.ts:1)\n    at c (d.ts:2)");
        assertThat(continuation("head")).isNull();
    }

    private static String continuation(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LogRecord record = new LogRecord();
        record.moveTo(bytes, 0, 0, "head".length(), bytes.length);
        return record.continuation();
    }
}
