package dev.backbeat.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Answers are kept while the store stays as it is, within their limit.
class AnswerCacheTest {

    private static Reply reply(int bytes) {
        return new Reply(200, Reply.JSON, new byte[bytes], Map.of());
    }

    @Test
    void anOlderStoresAnswersAreForgottenAllAtOnce() {
        AnswerCache cache = new AnswerCache(1_000);
        for (int i = 0; i < 5; i++) {
            cache.keep(1, "question " + i, reply(100));
            assertThat(cache.of(1, "question 0")).isPresent();
        }
        cache.keep(2, "question 0", reply(10));
        assertThat(cache.of(1, "question 3")).isEmpty();
        assertThat(cache.of(2, "question 0")).isPresent();
        assertThat(cache.bytes()).isEqualTo(10);
    }

    @Test
    void whatWasAskedForLastStays() {
        AnswerCache cache = new AnswerCache(250);
        cache.keep(1, "a", reply(100));
        cache.keep(1, "b", reply(100));
        assertThat(cache.of(1, "a")).isPresent();
        cache.keep(1, "c", reply(100));
        assertThat(cache.of(1, "a")).isPresent();
        assertThat(cache.of(1, "b")).isEmpty();
        assertThat(cache.bytes()).isEqualTo(200);
        cache.keep(1, "d", reply(300));
        assertThat(cache.of(1, "d")).isEmpty();
    }
}
