package dev.backbeat.app.server;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Answers in the formats of other tools, to be saved as files.
final class Downloads {

    private static final String ITSELF = "json";

    private final List<Output> outputs;

    /// @param outputs all there are, of which those are offered that write one file
    Downloads(List<Output> outputs) {
        this.outputs = outputs.stream()
                .filter(output -> output.mediaType().isPresent())
                .toList();
    }

    /// What a request says that wants one.
    Parameter parameter() {
        return new Parameter(
                "output",
                Parameter.Place.QUERY,
                "string",
                "as what: the answer itself, or a file for another tool: " + names(),
                ITSELF,
                "markdown",
                false);
    }

    private String names() {
        return outputs.stream().map(Output::id).collect(Collectors.joining(", "));
    }

    /// The output that is asked for; empty where the answer itself is.
    Optional<Output> wanted(Asked asked) {
        Optional<String> said = asked.text("output").filter(id -> !id.equals(ITSELF));
        return said.map(id -> outputs.stream()
                .filter(output -> output.id().equals(id))
                .findFirst()
                .orElseThrow(() -> BackbeatException.withHint(
                        ErrorCode.USAGE, "there is no such `output` here", "it is one of json, " + names())));
    }

    /// The answer as a file.
    Reply file(Output output, Answer answer) {
        StringBuilder text = new StringBuilder();
        try {
            output.write(answer, Screen.none(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = "backbeat-%s.%s".formatted(answer.id(), output.partEnding());
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return Reply.file(output.mediaType().orElse("text/plain"), name, bytes);
    }
}
