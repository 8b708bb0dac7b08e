package dev.backbeat.output.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.model.Reference;
import dev.backbeat.output.EveryKind;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonOutputTest {

    @Test
    void everyValueAndReferenceSaysItsKind() throws IOException {
        Exhibit.Summary summary = new Exhibit.Summary(
                "one",
                List.of(
                        new Exhibit.Summary.Fact("took", Cell.duration(5)),
                        new Exhibit.Summary.Fact("where", Cell.place(new Place(new Origin(1, 20), "a.log", 3))),
                        new Exhibit.Summary.Fact(
                                "execution", Cell.code("x").to(new Reference.ToExecution(new ExecutionId(-1))))));
        StringBuilder text = new StringBuilder();
        new JsonOutput().write(Answer.of("x", "what?", List.of(summary)), Screen.none(), text);
        JsonNode exhibit = JsonMapper.builder()
                .build()
                .readTree(text.toString())
                .get("exhibits")
                .get(0);
        assertThat(exhibit.get("kind").asString()).isEqualTo("summary");
        assertThat(exhibit.at("/facts/0/cell/value/kind").asString()).isEqualTo("duration");
        assertThat(exhibit.at("/facts/0/cell/value/nanos").asLong()).isEqualTo(5);
        assertThat(exhibit.at("/facts/1/cell/references/0/kind").asString()).isEqualTo("place");
        assertThat(exhibit.at("/facts/1/cell/references/0/place/line").asLong()).isEqualTo(3);
        assertThat(exhibit.at("/facts/2/cell/references/0/execution").asString())
                .isEqualTo("ffffffffffffffff");
    }

    @Test
    void theDocumentSaysWhichAnswerItIs() throws IOException {
        StringBuilder text = new StringBuilder();
        new JsonOutput().write(EveryKind.saying("x"), Screen.none(), text);
        JsonNode answer = JsonMapper.builder().build().readTree(text.toString());
        assertThat(answer.propertyNames()).containsExactly("schema", "id", "question", "exhibits");
        assertThat(answer.get("schema").asInt()).isEqualTo(1);
        assertThat(answer.get("id").asString()).isEqualTo("every-kind");
        assertThat(answer.at("/exhibits/1/columns/1/kind").asString()).isEqualTo("line");
        assertThat(answer.at("/exhibits/1/rows/1/0/value/count").asLong()).isEqualTo(-9_007_199_254_740_993L);
        assertThat(answer.at("/exhibits/1/rows/4/0/value/values/1").isNull()).isTrue();
        assertThat(answer.at("/exhibits/2/findings/0/severity").asString()).isEqualTo("error");
        assertThat(answer.at("/exhibits/3/values/1").isNull()).isTrue();
        assertThat(answer.at("/exhibits/4/blocks/1/kind").asString()).isEqualTo("listing");
    }
}
