package dev.backbeat.output.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.model.Answer;
import dev.backbeat.output.EveryKind;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlOutputTest {

    private static final Bundle BUNDLE = new Bundle("draw()", "a{}");
    private static final Pattern DATA = Pattern.compile("(?s)id=\"answer\">(.*?)</script>");
    private static final String HOSTILE =
            "</script><script>alert(1)</script><!-- \u2028\u2029 \u202e]]> &lt; \" ' \\ \u0000 <svg onload=alert(2)>";

    @Test
    void thePageIsAsItWas() throws IOException {
        Path golden = Path.of(System.getProperty("backbeat.root"))
                .resolve("outputs/src/test/resources/dev/backbeat/output/html/page.html");
        String page = page(EveryKind.saying("a <b> & `c`"));
        if ("write".equals(System.getProperty("backbeat.golden"))) {
            Files.writeString(golden, page);
        }
        assertThat(page).as("run with -Dbackbeat.golden=write to write it anew").isEqualTo(Files.readString(golden));
    }

    @Test
    void hostileTextStaysWithinItsElement() throws IOException {
        String page = page(EveryKind.saying(HOSTILE));
        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page.split("</script", -1)).hasSize(3);
        assertThat(page).doesNotContain("<!--", "<svg onload", "\u2028", "\u2029");
        assertThat(page).contains("<title>Backbeat: &lt;/script&gt;");
        JsonNode answer = answer(page);
        assertThat(answer.get("question").asString()).isEqualTo(HOSTILE);
        assertThat(answer.at("/exhibits/4/blocks/1/lines/0").asString()).isEqualTo(HOSTILE);
        assertThat(answer.at("/details/0/exhibits/0/rows/0/1/references/0/handler/plugin")
                        .asString())
                .isEqualTo(HOSTILE);
    }

    @Property(tries = 200)
    void everyTextComesBack(@ForAll String text) throws IOException {
        // A file can't hold half a character.
        String whole = text.replaceAll("[\\ud800-\\udfff]", "x");
        assertThat(answer(page(Answer.of("x", whole, List.of())))
                        .get("question")
                        .asString())
                .isEqualTo(whole);
    }

    @Test
    void numbersThatJavaScriptWouldRoundAreText() throws IOException {
        JsonNode rows = answer(page(EveryKind.saying("x"))).at("/exhibits/1/rows");
        assertThat(rows.at("/1/0/value/count").asString()).isEqualTo("-9007199254740993");
        assertThat(rows.at("/1/1/value/bytes").isNumber()).isTrue();
        assertThat(rows.at("/2/1/value/nanos").asString()).isEqualTo("1795379530499999999");
        assertThat(rows.at("/1/1/references").isMissingNode()).isTrue();
    }

    @Test
    void nothingButTheBundleMayRun() throws IOException {
        assertThat(page(Answer.of("x", "what?", List.of())))
                .contains("default-src 'none'; script-src '" + sha("draw()") + "'; style-src '" + sha("a{}") + "'")
                .contains("<script>draw()</script>", "<style>a{}</style>");
        assertThatThrownBy(() -> new Bundle("'</SCRIPT>'", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bundle("", "a{}\r\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTakesNoMoreIsSaid() {
        Appendable full = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                if (text.toString().contains("exhibits")) {
                    throw new IOException("No space left on device");
                }
                return this;
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                return append(text.subSequence(start, end));
            }

            @Override
            public Appendable append(char c) {
                return this;
            }
        };
        assertThatThrownBy(() -> new HtmlOutput(() -> BUNDLE).write(EveryKind.saying("x"), Screen.none(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private static String sha(String text) {
        return Bundle.hash(text).replace("'", "");
    }

    private static String page(Answer answer) throws IOException {
        StringBuilder page = new StringBuilder();
        new HtmlOutput(() -> BUNDLE).write(answer, Screen.none(), page);
        return page.toString();
    }

    private static JsonNode answer(String page) {
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        return JsonMapper.builder().build().readTree(data.group(1));
    }
}
