package dev.backbeat.output.speedscope;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Tree;
import dev.backbeat.output.Output;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Stacks;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The output `speedscope`.
///
/// Source: the file format of speedscope, <https://www.speedscope.app/file-format-schema.json>. What ran when
/// are evented profiles, what took how long are sampled ones.
public final class SpeedscopeOutput implements Output {

    private static final String SCHEMA = "https://www.speedscope.app/file-format-schema.json";

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public String id() {
        return "speedscope";
    }

    @Override
    public String description() {
        return "what ran when, and where time goes, for the flame graphs of speedscope.app";
    }

    @Override
    public Optional<String> mediaType() {
        return Optional.of("application/json");
    }

    @Override
    public String partEnding() {
        return "speedscope.json";
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        Frames frames = new Frames();
        List<Map<String, Object>> profiles = new ArrayList<>();
        for (Exhibit exhibit : answer.exhibits()) {
            if (exhibit instanceof Lanes lanes) {
                for (Stacks.Stack stack : Stacks.of(lanes).stacks()) {
                    profiles.add(Profiles.evented(lanes, stack, frames));
                }
            } else if (exhibit instanceof Tree tree) {
                profiles.add(Profiles.sampled(tree, frames));
            }
        }
        if (profiles.isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "`%s` holds neither what ran when nor time by what it was spent on".formatted(answer.id()),
                    "`backbeat profile --output speedscope` does, and so does `backbeat timeline`, where anything ran in the scope");
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("$schema", SCHEMA);
        file.put("name", "Backbeat: " + Visible.of(answer.id()));
        file.put("exporter", "Backbeat");
        file.put("activeProfileIndex", 0);
        file.put("shared", Map.of("frames", frames.all()));
        file.put("profiles", profiles);
        target.append(mapper.writeValueAsString(file)).append('\n');
    }
}
