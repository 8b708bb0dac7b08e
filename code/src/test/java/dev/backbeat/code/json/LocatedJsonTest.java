package dev.backbeat.code.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocatedJsonTest {

    @Test
    void everyValueKnowsItsLine() throws InvalidJsonException {
        LocatedJson json = read("""
                // a comment
                { "text": "a",
                  "list": [1,
                    /* two */ 2.50,
                    true],
                  "object":
                    {"deep": null,},
                }
                """);

        assertThat(json.line()).isEqualTo(2);
        assertThat(json.at("text").orElseThrow().line()).isEqualTo(2);
        assertThat(json.elementsAt("list")).extracting(LocatedJson::line).containsExactly(3, 4, 5);
        assertThat(json.at("object").orElseThrow().line()).isEqualTo(7);
        assertThat(json.entriesAt("object").get("deep")).isEqualTo(new LocatedJson.Word(7, "null"));
        assertThat(json.elementsAt("list").get(1).asText()).contains("2.50");
        assertThat(json.elementsAt("list").get(2).asText()).isEmpty();
    }

    @Test
    void whatIsNotThereIsEmpty() throws InvalidJsonException {
        LocatedJson json = read("{\"a\": [true], \"t\": true, \"s\": \"true\", \"n\": null}");

        assertThat(json.at("missing")).isEmpty();
        assertThat(json.textAt("a")).isEmpty();
        assertThat(json.textAt("n")).isEmpty();
        assertThat(json.elementsAt("t")).isEmpty();
        assertThat(json.entriesAt("a")).isEmpty();
        assertThat(json.isTrueAt("t")).isTrue();
        assertThat(json.isTrueAt("s")).isFalse();
        assertThat(read("[1]").at("a")).isEmpty();
        assertThat(read("\"a\"").entriesAt("a")).isEmpty();
    }

    @Test
    void ofTwoEntriesOfOneNameTheLastCounts() throws InvalidJsonException {
        LocatedJson json = read("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}");

        assertThat(json.textAt("a")).contains("3");
        assertThat(json.at("a").orElseThrow().line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void anyUnicodeIsReadWithAndWithoutAMark(String name) throws InvalidJsonException {
        Charset charset = Charset.forName(name);
        for (String mark : List.of("", "\uFEFF")) {
            byte[] content = (mark + "{\n\"ünï\": \"🥁\"}").getBytes(charset);
            assertThat(LocatedJson.read(content).at("ünï")).contains(new LocatedJson.Text(2, "🥁"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "  \n ", "\uFEFF", "{", "[", "[1", "{\"a\"", "{\"a\":", "{\"a\": 1", "{a: 1}", "{'a': 1}", "nul",
                "{} {}", "{} x", "]", "[1 2]", "\"open", "\"new\nline\"", "01", "+1", "NaN", "// only", "/* open", "\0"
            })
    void whatIsNoJsonIsSaidSo(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(InvalidJsonException.class, e -> {
            assertThat(e.line()).isBetween(0, 2);
            assertThat(e.getMessage()).isNotBlank();
        });
    }

    @Test
    void theLineOfTheMistakeIsKnown() {
        assertThat(catchThrowable(() -> read("{\n\"a\": 1,\n\"b\": oops\n}")))
                .isInstanceOfSatisfying(
                        InvalidJsonException.class, e -> assertThat(e.line()).isEqualTo(3));
    }

    @Test
    void bombsAreNoJson() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(InvalidJsonException.class);
        assertThatThrownBy(() -> read("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)))
                .isInstanceOf(InvalidJsonException.class);
        assertThatThrownBy(() -> read("9".repeat(100_000))).isInstanceOf(InvalidJsonException.class);
        assertThatThrownBy(() -> LocatedJson.read(new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'}))
                .isInstanceOf(InvalidJsonException.class);
    }

    @Property(tries = 2000)
    void anyBytesAreJsonOrNone(@ForAll byte[] bytes, @ForAll boolean quoted) {
        byte[] content = quoted
                ? ("{\"" + new String(bytes, StandardCharsets.ISO_8859_1) + "\": [")
                        .getBytes(StandardCharsets.ISO_8859_1)
                : bytes;
        Throwable thrown = catchThrowable(() -> LocatedJson.read(content));

        assertThat(thrown)
                .satisfiesAnyOf(
                        error -> assertThat(error).isNull(),
                        error -> assertThat(error).isInstanceOf(InvalidJsonException.class));
    }

    private static LocatedJson read(String text) throws InvalidJsonException {
        return LocatedJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
