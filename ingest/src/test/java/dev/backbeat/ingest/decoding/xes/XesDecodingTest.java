package dev.backbeat.ingest.decoding.xes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.ingest.source.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XesDecodingTest {

    private static final String HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n<!-- a log -->\n<log>\n";
    private static final String LOG = HEAD + """
              <global scope="event"><string key="concept:name" value="no name"/></global>
              <string key="concept:name" value="claims"/>
              <trace>
                <string key="concept:name" value="c1"/>
                <event><string key="concept:name" value="a"/><string key="lifecycle:transition" value="start"/>
                  <date key="time:timestamp" value="2020-01-01T10:00:00.000+01:00"/></event>
                <event><string key="concept:name" value="b"/><string key="org:resource" value="Pete\tX">
                    <string key="deeper" value="left out"/></string>
                  <date key="time:timestamp" value="2020-01-01T09:00:01Z"/></event>
                <event><string key="concept:name" value="a"/><string key="lifecycle:transition" value="assign"/></event>
                <event><string key="concept:name" value="a"/><string key="lifecycle:transition" value="COMPLETE"/>
                  <date key="time:timestamp" value="2020-01-01T09:00:02.5"/></event>
                <event><string key="concept:name" value="a"/><string key="lifecycle:transition" value="start"/></event>
                <event><string key="concept:name" value="d"/>
                  <string key="lifecycle:transition" value="ate_abort"/></event>
              </trace>
              <trace><string key="concept:name" value="c1"/></trace>
            </log>
            """;

    @Test
    void writesALineForEachTraceAndBeat() throws IOException {
        assertThat(decode(LOG).lines().skip(1).map(line -> line.replace('\t', '|')))
                .containsExactly(
                        "xes:6|trace|2020-01-01T09:00:00Z|claims|c1",
                        "xes:8|beat|2020-01-01T09:00:00Z|2020-01-01T09:00:02.500Z|a|lifecycle:transition=COMPLETE"
                                + "|time:timestamp=2020-01-01T09:00:02.5",
                        "xes:10|beat|2020-01-01T09:00:01Z|2020-01-01T09:00:01Z|b|org:resource=Pete X"
                                + "|time:timestamp=2020-01-01T09:00:01Z",
                        "xes:13|step|-|a|lifecycle:transition=assign",
                        "xes:16|open|-|-|a|lifecycle:transition=start",
                        "xes:17|failed|-|-|d|lifecycle:transition=ate_abort",
                        "xes:17|end|2020-01-01T09:00:02.500Z|claims",
                        "xes:20|trace|-|claims|c1 (2)",
                        "xes:20|end|-|claims");
        assertThat(decode(LOG)).startsWith("xes:1\tlog\t2020-01-01T09:00:00Z\tclaims\t");
    }

    @Test
    void controlCharactersAreEscaped() throws IOException {
        assertThat(decode(LOG.replace("value=\"b\"", "value=\"b&#10;c&#9;d\\e\"")))
                .contains("\tb\\nc\\td\\\\e\t");
    }

    @Test
    void tellsAnEventLogFromOtherXml() {
        XesDecoding decoding = new XesDecoding();
        assertThat(decoding.fits(bytes(LOG))).isTrue();
        assertThat(decoding.fits(bytes("\uFEFF" + LOG))).isTrue();
        assertThat(decoding.fits(bytes("<log/>"))).isTrue();
        assertThat(decoding.fits(bytes("<!DOCTYPE log [<!ENTITY a 'b'>]>\n<log>")))
                .isTrue();
        assertThat(decoding.fits(bytes("<pnml/>"))).isFalse();
        assertThat(decoding.fits(bytes("<logs/>"))).isFalse();
        assertThat(decoding.fits(bytes("[2026] INFO <log>"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</trace>|</trade>|line 19: it is not well-formed XML",
                "</log>||not well-formed XML, or ends too early",
                "2020-01-01T09:00:01Z|yesterday|line 12: `yesterday` is no time",
                "2020-01-01T09:00:01Z|9999-01-01T09:00:01Z|line 12: `9999-01-01T09:00:01Z` is before",
                "value=\"b\"||line 10: a `string` has no `key` or no `value`",
                "<log>|<!DOCTYPE log [<!ENTITY a \"b\">]><log>|line 3: a document type is refused",
                "value=\"b\"|value=\"&b;\"|line 10: it is not well-formed XML",
            })
    void saysWhatIsWrongAndWhere(String from, String to, String message) {
        String broken = LOG.replace(from, to == null ? "" : to);
        assertThat(broken).isNotEqualTo(LOG);
        assertThatThrownBy(() -> decode(broken)).isInstanceOf(IOException.class).hasMessageContaining(message);
    }

    /// The last line of a cut log is never handed out, because none is.
    @Test
    void ofACutLogNothingIsRead() {
        for (int length = HEAD.length(); length < LOG.indexOf("</log>") + 6; length += 7) {
            String cut = LOG.substring(0, length);
            assertThatThrownBy(() ->
                            source(() -> new ByteArrayInputStream(bytes(cut))).open())
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("line \\d+: .*");
        }
    }

    @Test
    void limitsAreKept() {
        String deep = HEAD + "<string key='a' value='b'>".repeat(100);
        assertThatThrownBy(() -> decode(deep)).hasMessageContaining("deeper than");
        String wide = HEAD + "<string key='a' value='" + "b".repeat(100_000) + "'/></log>";
        assertThatThrownBy(() -> decode(wide)).hasMessageContaining("line 4: an attribute has more than");
        for (String token : List.of("<string key='", "text", "<!-- <>", "<![CDATA[ <>")) {
            assertThatThrownBy(() -> source(() -> endless(HEAD + token)).open())
                    .hasMessageContaining("more than 8,388,608 bytes");
        }
    }

    @Test
    void aLogWithoutTimesIsRefused() {
        assertThatThrownBy(() -> decode("<log/>")).hasMessageContaining("has no trace with a time");
        assertThatThrownBy(() -> decode("<log><trace><event/></trace></log>"))
                .hasMessageContaining("has no event with a time");
        assertThatThrownBy(() -> decode("<pnml/>")).hasMessageContaining("root is `pnml`");
    }

    private static InputStream endless(String head) {
        byte[] begin = bytes(head);
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < begin.length ? begin[at++] : 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    target[offset + i] = (byte) read();
                }
                return length;
            }
        };
    }

    private static String decode(String xml) throws IOException {
        try (InputStream in = source(() -> new ByteArrayInputStream(bytes(xml))).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Source source(Supplier<InputStream> open) {
        return new XesDecoding().decoded(new Source() {
            @Override
            public String name() {
                return "folder/claims of 2020.xes.gz";
            }

            @Override
            public long storedBytes() {
                return -1;
            }

            @Override
            public InputStream open() {
                return open.get();
            }
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
