package dev.backbeat.output.json;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Exhibit;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The output `json`.
public final class JsonOutput implements Output {

    private record Shown(List<Exhibit> exhibits) {}

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new ExhibitModule())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @Override
    public String id() {
        return "json";
    }

    @Override
    public String description() {
        return "one JSON document for programs";
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        target.append(mapper.writeValueAsString(new Shown(answer.exhibits()))).append('\n');
    }
}
