package dev.backbeat.app.server;

import dev.backbeat.app.engine.Engine;
import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.output.AnswerJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What whoever looks around asks for besides answers: names, places in code, and what has a text in its name.
final class Browse {

    private static final int LAST_LINE = 10_000_000;
    private static final int MOST_AROUND = 200;
    private static final int MOST_FOUND = 50;

    private final Engine engine;
    private final Answers answers;
    private final AnswerJson json = AnswerJson.forPrograms();

    Browse(Engine engine, Answers answers) {
        this.engine = engine;
        this.answers = answers;
    }

    List<Endpoint> endpoints() {
        return List.of(
                question("/api/scope", "what can be named in a scope", List.of(), "scope", asked -> engine.names()),
                question(
                        "/api/content",
                        "what the store holds, in figures",
                        List.of(),
                        "content",
                        asked -> engine.content()),
                question(
                        "/api/search",
                        "handlers, sequences, beats, topics, state keys and executions with a text in their name",
                        List.of(
                                Parameter.text("text", "a part of the name, in either case", "add"),
                                Parameter.number("limit", "how many of each kind at most", 8)),
                        "search",
                        asked -> engine.search(asked.text("text").orElse(""), asked.number("limit", 1, MOST_FOUND))),
                question(
                        "/api/contradictions",
                        "what was reported as completed, and yet failed or never ended",
                        Parameter.SCOPE,
                        "contradictions",
                        asked -> engine.contradictions(asked.scope())),
                question("/api/source", "lines of code, of a checkout that is known", source(), "source", this::source),
                Endpoint.object(
                        "/api/checkouts",
                        "the checkouts that are known, and where their files can be opened",
                        List.of(),
                        new Stored(answers, asked -> Reply.json(Map.of("checkouts", engine.checkouts())))));
    }

    private static List<Parameter> source() {
        return List.of(
                Parameter.text("checkout", "what the checkout is called", "shop"),
                Parameter.text("path", "the file within it", "src/cart.ts"),
                Parameter.number("line", "the first line", 1),
                Parameter.number("endLine", "the last line", 1),
                Parameter.text("commit", "of this commit instead of the work tree", "0123456789abcdef"),
                Parameter.number("around", "lines before and after it", 8));
    }

    private List<Exhibit> source(Asked asked) {
        String path = asked.text("path")
                .orElseThrow(() -> BackbeatException.withHint(
                        ErrorCode.USAGE, "`path` is missing", "`/api/map` lists files of handlers"));
        int line = asked.number("line", 1, LAST_LINE);
        return engine.source(
                new CodePlace(
                        asked.text("checkout").orElse(""),
                        path,
                        line,
                        Math.max(line, asked.number("endLine", 1, LAST_LINE)),
                        asked.text("commit").orElse(null)),
                asked.number("around", 0, MOST_AROUND));
    }

    private Endpoint question(
            String path, String summary, List<Parameter> parameters, String id, Function<Asked, List<Exhibit>> ask) {
        return Endpoint.question(
                path,
                summary,
                parameters,
                new Stored(answers, asked -> written(Answer.of(id, summary, ask.apply(asked)))));
    }

    private Reply written(Answer answer) {
        StringWriter text = new StringWriter();
        try {
            json.write(answer, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.json(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
