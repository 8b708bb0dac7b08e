package dev.backbeat.ingest.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorPropertyTests {

    private static final int ROUNDS = 50_000;

    private final Redactor redactor = Redactor.standard();

    @Test
    void keepsLengthAndLineBreaksAndIsIdempotentOnTextsMadeOfSecretsPieces() {
        Random random = new Random(20261122);
        List<String> pieces = pieces();
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            int count = 1 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            check(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void bearsBytesThatAreNoText() {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            check(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "a@",
                "a@b.",
                "1",
                "4111 ",
                "4111-",
                "-1",
                "1-",
                "+1",
                "+1 ",
                "\"",
                "\\\"",
                "\"token\":\"",
                "token:",
                "token=",
                "token: \\",
                "://",
                "x://a:",
                "eyJ",
                "eyJa.",
                ".",
                "%40",
                "a%40",
                "Bearer ",
                "Basic QQ",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----A",
                "-----END ",
                "Cookie: a=",
                "=\"",
                "authorization: digest ",
                "tel:1",
                "DE89",
                "(555) ",
                "sk-",
                "password",
                "<password>",
                "--token ",
                "key ",
                "555-"
            })
    void looksAtHostileTextABoundedNumberOfTimes(String unit) {
        check(unit.repeat(300).getBytes(StandardCharsets.UTF_8));
        long looks = looks(unit, 1 << 18);
        assertThat(looks(unit, 1 << 20)).isLessThan(5 * looks + 100_000);
        assertThat(looks).isLessThan(1000L << 18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "1", "\"", "a@", "token:", "\"token\":\""})
    void bearsAHostileLineOfTwentyMegabytes(String unit) {
        assertThat(looks(unit, 20_000_000)).isLessThan(5 * looks(unit, 5_000_000) + 100_000);
    }

    private long looks(String unit, int length) {
        byte[] bytes = unit.repeat(length / unit.length()).getBytes(StandardCharsets.UTF_8);
        Window text = new Window(bytes, 0, bytes.length);
        redactor.redact(text, bytes, 0);
        return text.looks();
    }

    private void check(byte[] original) {
        byte[] once = original.clone();
        int secrets = redactor.redact(once, 0, once.length);
        assertThat(secrets).isNotNegative();
        boolean changed = false;
        for (int i = 0; i < once.length; i++) {
            changed |= once[i] != original[i];
            boolean kept = once[i] == original[i];
            if (!kept && (once[i] != '*' || original[i] == '\n' || original[i] == '\r')) {
                fail("byte %d of `%s` became %d", i, utf(original), once[i]);
            }
        }
        assertThat(secrets > 0)
                .as(() -> new String(original, StandardCharsets.UTF_8))
                .isEqualTo(changed);
        byte[] twice = once.clone();
        assertThat(redactor.redact(twice, 0, twice.length))
                .as(() -> "`%s` → `%s` → `%s`".formatted(utf(original), utf(once), utf(twice)))
                .isZero();
        assertThat(twice).isEqualTo(once);
    }

    private static String utf(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> pieces() {
        List<String> pieces = new ArrayList<>(List.of(
                " ",
                "\n",
                "\r\n",
                "\"",
                "'",
                "\\",
                "\\\"",
                ":",
                "=",
                "@",
                ".",
                ",",
                "-",
                "--",
                "/",
                "//",
                "://",
                "&",
                "?",
                "(",
                ")",
                "{",
                "}",
                "<",
                ">",
                "*",
                "**",
                "+",
                "%40",
                "%3D",
                "1",
                "42",
                "555",
                "0199",
                "4111",
                "a",
                "é",
                "🎼",
                "word",
                "true",
                "null",
                "password",
                "token",
                "secret",
                "api_key",
                "Authorization",
                "Cookie",
                "pin",
                "Bearer ",
                "Basic ",
                "http",
                "eyJ",
                "ghp_",
                "sk-",
                "AKIA",
                "jane@example.test",
                "-----BEGIN PRIVATE KEY-----",
                "-----END PRIVATE KEY-----",
                "a1b2c3d4e5f6",
                "tel:",
                "DE89",
                "invalid "));
        MarkedLines.of("secrets.txt").lines().forEach(line -> pieces.add(MarkedLines.input(line)));
        return pieces;
    }
}
