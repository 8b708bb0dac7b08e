package dev.backbeat.output.json;

import dev.backbeat.model.Answer;
import dev.backbeat.output.AnswerJson;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.io.StringWriter;

/// The output `json`.
public final class JsonOutput implements Output {

    private final AnswerJson json = AnswerJson.forPrograms();

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
        StringWriter text = new StringWriter();
        json.write(answer, text);
        target.append(text.getBuffer()).append('\n');
    }
}
