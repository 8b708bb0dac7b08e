package dev.backbeat.ingest.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTests {

    private final Redactor redactor = Redactor.standard();

    static Stream<String> secrets() {
        return MarkedLines.of("secrets.txt").lines().stream();
    }

    static Stream<String> lookAlikes() {
        return MarkedLines.of("look-alikes.txt").lines().stream();
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void masksAPlantedSecretAndNothingElse(String line) {
        assertThat(redactor.redact(MarkedLines.input(line))).isEqualTo(MarkedLines.expected(line));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void masksAPlantedSecretWhereverItStandsInABuffer(String line) {
        for (int shift = 0; shift < 9; shift++) {
            String before = "x".repeat(shift) + "\n";
            assertThat(redactor.redact(before + MarkedLines.input(line) + "\nfollows"))
                    .isEqualTo(before + MarkedLines.expected(line) + "\nfollows");
        }
    }

    @ParameterizedTest
    @MethodSource("lookAlikes")
    void leavesALookAlikeAlone(String line) {
        for (int shift = 0; shift < 9; shift++) {
            String text = "x".repeat(shift) + "\n" + line + "\nfollows";
            assertThat(redactor.redact(text)).isEqualTo(text);
        }
    }

    @Test
    void theTablesAreLongEnoughToMeanSomething() {
        assertThat(secrets()).hasSizeGreaterThan(50);
        assertThat(lookAlikes()).hasSizeGreaterThan(60);
    }

    @Test
    void masksAPrivateKeyOverSeveralLinesAndKeepsTheLines() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nFAKEfake0000\r\nFAKE/+==\n-----END RSA PRIVATE KEY-----\nafter";
        assertThat(redactor.redact(key))
                .isEqualTo(
                        "-----BEGIN RSA PRIVATE KEY-----\n************\r\n********\n-----END RSA PRIVATE KEY-----\nafter");
    }

    @Test
    void masksAPrivateKeyInAJsonText() {
        assertThat(redactor.redact("{\"k\":\"-----BEGIN PRIVATE KEY-----\\nFAKE\\n-----END PRIVATE KEY-----\\n\"}"))
                .isEqualTo("{\"k\":\"-----BEGIN PRIVATE KEY-----********-----END PRIVATE KEY-----\\n\"}");
    }

    @Test
    void masksAPrivateKeyWithoutEndAsFarAsItLooksLikeOne() {
        assertThat(redactor.redact("-----BEGIN PRIVATE KEY-----\nFAKEfake\nFAKE"))
                .isEqualTo("-----BEGIN PRIVATE KEY-----\n********\n****");
        assertThat(redactor.redact("-----BEGIN PRIVATE KEY-----\nFAKEfake\nEventBus.ts:70 a line"))
                .isEqualTo("-----BEGIN PRIVATE KEY-----\n********\nEventBus.ts:70 a line");
    }

    @Test
    void countsSecrets() {
        byte[] text = bytes("{\"password\":\"fake-1\",\"token\":\"fake-2\"} jane@example.test");
        assertThat(redactor.redact(text, 0, text.length)).isEqualTo(3);
    }

    @Test
    void touchesNothingOutsideOfTheRange() {
        String inner = "token=fakefake";
        byte[] text = bytes("password=" + inner + "fake jane@example.test");
        redactor.redact(text, 9, 9 + inner.length());
        assertThat(text).asString(StandardCharsets.UTF_8).isEqualTo("password=token=********fake jane@example.test");
    }

    @Test
    void givesTheSameStringBackWhenNothingIsSecret() {
        String text = "EventBus.ts:70 nothing here";
        assertThat(redactor.redact(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@",
                "p",
                "=",
                "token=",
                "token:",
                "\"token\":\"",
                "password",
                "-----BEGIN ",
                "eyJ",
                "+1",
                "://"
            })
    void bearsShortAndUnfinishedTexts(String text) {
        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @Test
    void rejectsARangeOutsideOfTheBuffer() {
        assertThatThrownBy(() -> redactor.redact(new byte[4], 2, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void listsEveryRuleWithADescription() {
        assertThat(Redactor.ruleIds()).hasSize(RedactionRule.values().length).contains("key", "jwt", "url-userinfo");
        assertThat(Arrays.stream(RedactionRule.values()).map(RedactionRule::description))
                .allMatch(description -> !description.isBlank() && !description.contains("\n"));
        assertThat(List.of(RedactionRule.values()))
                .allSatisfy(rule -> assertThat(RedactionRule.of(rule.id())).contains(rule));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
