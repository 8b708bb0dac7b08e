package dev.backbeat.output.chrometrace;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Lanes;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The output `chrome-trace`.
///
/// Source: "Trace Event Format" of the Chromium project, JSON object format; complete events (`X`), metadata
/// (`M`), instants (`i`) and flows (`s`, `f`), in microseconds.
public final class ChromeTraceOutput implements Output {

    @Override
    public String id() {
        return "chrome-trace";
    }

    @Override
    public String description() {
        return "what ran when as Chrome trace events, for ui.perfetto.dev and chrome://tracing";
    }

    @Override
    public Optional<String> mediaType() {
        return Optional.of("application/json");
    }

    @Override
    public String partEnding() {
        return "trace.json";
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        List<Lanes> drawings = answer.exhibits().stream()
                .filter(Lanes.class::isInstance)
                .map(Lanes.class::cast)
                .toList();
        if (drawings.isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "`%s` does not hold what ran when".formatted(answer.id()),
                    "`backbeat timeline --output chrome-trace` does, where anything ran in the scope");
        }
        Events events = new Events(target);
        target.append("{\"displayTimeUnit\":\"ms\",\"otherData\":");
        events.other(answer.id(), drawings.getFirst().fromNanos());
        target.append(",\"traceEvents\":[");
        for (Lanes lanes : drawings) {
            events.write(lanes);
        }
        target.append("\n]}\n");
    }
}
