package dev.backbeat.ingest.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.stage.RecordedLogs.Recorded;
import dev.backbeat.model.LineClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What no rule knows is unknown: it is neither silent nor lost.
class UnknownLinesTest {

    private static final List<String> MARKERS = List.of("🥁", "🎽", "✅", "🎼", "📡", "⏱️", "🧠", "[EventRouter]");

    static List<Recorded> logs() {
        return RecordedLogs.all();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void aChangedMarkerMakesExactlyItsLinesUnknown(Recorded log) {
        String text = log.text();
        ReadInput before = ReadInput.of(text, log.layout());
        for (String marker : MARKERS) {
            String changed = text.replace(marker, marker + "x");
            long lines = text.lines().filter(line -> line.contains(marker)).count();
            ReadInput after = ReadInput.of(changed, log.layout());
            long continued = lines(log, text, marker) - lines;

            assertThat(after.lines(LineClass.UNKNOWN) - before.lines(LineClass.UNKNOWN))
                    .as("lines with %s", marker)
                    .isEqualTo(lines + continued);
            assertThat(after.summary().lines()).isEqualTo(before.summary().lines());
            assertThat(after.lines(LineClass.REJECTED)).isZero();
        }
    }

    /// How many lines the records with this marker have: a continuation counts as its head line.
    private static long lines(Recorded log, String text, String marker) {
        long count = 0;
        boolean within = false;
        for (String line : text.lines().toList()) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            if (log.layout().startsRecord(bytes, 0, bytes.length)) {
                within = line.contains(marker);
            }
            count += within ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "user 17 logged in after 3.5s            | user <*> logged in after <*>",
                "name \"Ada\" and 'x y' and \"\"         | name <*> and <*> and \"\"",
                "loaded {a: {b: 1}} and [1, [2]] items   | loaded <*> and <*> items",
                "plain words stay                        | plain words stay",
                "open { brace and \" quote               | open { brace and \" quote",
                "🛒 größe-4 café                         | 🛒 <*> café",
            })
    void whatVariesIsLeftOutOfATemplate(String message, String template) {
        assertThat(TemplateMiner.template(message)).isEqualTo(template);
    }

    @Test
    void aTemplateIsNoLongerThanAPersonReads() {
        assertThat(TemplateMiner.template("word ".repeat(1000))).hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void kindsBeyondTheLimitAreCountedTogether() {
        Map<String, TemplateMiner.Mined> templates = TemplateMiner.empty();
        IntStream.range(0, 3 * TemplateMiner.MAX_TEMPLATES)
                .forEach(i -> TemplateMiner.add(templates, "kind " + i, new TemplateMiner.Mined(i, 1, 2)));
        TemplateMiner.add(templates, "kind 0", new TemplateMiner.Mined(9, 1, 1));

        assertThat(templates).hasSize(TemplateMiner.MAX_TEMPLATES + 1);
        assertThat(templates.get("kind 0")).isEqualTo(new TemplateMiner.Mined(0, 2, 3));
        assertThat(templates.get(TemplateMiner.OTHER).records()).isEqualTo(2 * TemplateMiner.MAX_TEMPLATES);
        assertThat(templates.values().stream()
                        .mapToLong(TemplateMiner.Mined::lines)
                        .sum())
                .isEqualTo(6 * TemplateMiner.MAX_TEMPLATES + 1);
    }
}
