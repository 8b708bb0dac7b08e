package dev.backbeat.output.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import dev.backbeat.output.EveryKind;
import dev.backbeat.output.Golden;
import dev.backbeat.output.Shop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifOutputTest {

    private final SarifOutput output = new SarifOutput(Shop.RULES, "1.2.3");

    @Test
    void theLogIsAsItWas() {
        Golden.check("sarif/shop.sarif.json", Golden.written(output, Shop.answer()));
        Golden.check("sarif/hostile.sarif.json", Golden.written(output, EveryKind.saying(Golden.HOSTILE)));
    }

    @Test
    void placesAreReferencesThatLeadThere() {
        assertThat(Places.uri("src/a b#1.ts")).isEqualTo("src/a%20b%231.ts");
        assertThat(Places.uri("/var/log/ä.log")).isEqualTo("file:///var/log/%C3%A4.log");
        assertThat(Places.uri("C:\\logs\\a.log")).isEqualTo("file:///C:/logs/a.log");
        assertThat(Places.uri("logs\\a:1.log")).isEqualTo("logs/a%3A1.log");
        assertThat(Places.uri("javascript:alert(1)")).isEqualTo("javascript%3Aalert(1)");
        assertThat(Places.uri("//evil.example/x")).isEqualTo("file:////evil.example/x");
        assertThat(Places.uri("-")).isEqualTo("-");
    }

    @Test
    void aFindingStaysTheSameWhileLinesAndCountsChange() {
        assertThat(print("failed in 5 of 26 runs", 5, 28)).isEqualTo(print("failed in 6 of 30 runs", 6, 99));
        assertThat(print("x", 1, 1)).isNotEqualTo(printOf("otherHandler"));
        assertThat(print("x", 1, 1)).isNotEqualTo(printOf("chargeCard", "other.ts"));
        JsonNode results = results(Shop.answer());
        List<String> prints = results.valueStream()
                .map(result ->
                        result.at("/partialFingerprints/backbeatFinding~1v1").asString())
                .toList();
        assertThat(prints).doesNotHaveDuplicates();
        assertThat(prints.get(0).replace(":1", ":2")).isEqualTo(prints.get(1));
    }

    @Test
    void aLogMeansNoMarkup() {
        JsonNode results = results(EveryKind.saying(Golden.HOSTILE));
        String text = results.get(0).at("/message/text").asString();
        assertThat(text)
                .contains("<script>", "\\[x\\](https://evil.example)", "{{0}}")
                .doesNotContain("\u001b", "\n");
    }

    @Test
    void whatLooksForNoFindingsIsNoCleanLog() {
        Answer none = Answer.of("sessions", "what ran?", List.of(new Exhibit.Summary("", List.of())));
        assertThatThrownBy(() -> Golden.written(output, none))
                .isInstanceOf(BackbeatException.class)
                .hasMessage("`sessions` looks for no findings, so there is nothing to write as `sarif`");
        Answer clean = Answer.of("x", "", List.of(new Exhibit.Findings("", List.of(), List.of(), "none")));
        assertThat(results(clean)).isEmpty();
    }

    private JsonNode results(Answer answer) {
        return JsonMapper.builder()
                .build()
                .readTree(Golden.written(output, answer))
                .at("/runs/0/results");
    }

    private String print(String sentence, long count, int line) {
        return print(sentence, count, "chargeCard", "a.ts", line);
    }

    private String printOf(String handler) {
        return print("x", 1, handler, "a.ts", 1);
    }

    private String printOf(String handler, String file) {
        return print("x", 1, handler, file, 1);
    }

    private String print(String sentence, long count, String handler, String file, int line) {
        Finding finding = new Finding(
                "EXEC001",
                Severity.ERROR,
                sentence,
                count,
                List.of(
                        new Reference.ToHandler(new HandlerKey("p", "s", handler)),
                        new Reference.ToCode(new CodePlace("c", file, line, line, null))),
                "");
        SarifOutput plain = new SarifOutput(rule -> Optional.empty(), "");
        Answer answer = Answer.of("x", "", List.of(new Exhibit.Findings("", List.of(finding), List.of(), "")));
        return JsonMapper.builder()
                .build()
                .readTree(Golden.written(plain, answer))
                .at("/runs/0/results/0/partialFingerprints/backbeatFinding~1v1")
                .asString();
    }
}
