package dev.backbeat.mapping;

import dev.backbeat.code.index.CodeIndex;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import java.util.List;
import java.util.Optional;

/// Maps handlers to functions of the code that one build ran. Strategies are asked in turn, the surest first;
/// where two functions could be meant, the mapping abstains and says so.
public final class HandlerMapper {

    private static final int MOST_CANDIDATES = 10;
    private static final List<Strategy> STRATEGIES =
            List.of(new DocumentStrategy(), new ManifestStrategy(), new HandlerMapStrategy(), new UniqueNameStrategy());

    private final CodeVersions code;

    /// A mapper for a build.
    ///
    /// @param indexes of its checkouts, each in the version that the build ran as far as that is known
    public HandlerMapper(List<CodeIndex> indexes) {
        this(new CodeVersions(indexes.stream().map(CodeVersion::new).toList()));
    }

    HandlerMapper(CodeVersions code) {
        this.code = code;
    }

    /// Maps a handler.
    public HandlerMapping map(HandlerKey handler) {
        for (Strategy strategy : STRATEGIES) {
            Optional<Strategy.Attempt> attempt = strategy.attempt(handler, code);
            if (attempt.isPresent()) {
                return mapping(handler, strategy.id(), attempt.get());
            }
        }
        throw new IllegalStateException("the last strategy always answers");
    }

    /// The documented beats.
    public DocumentedBeats documentedBeats() {
        return new DocumentedBeats(code);
    }

    private static HandlerMapping mapping(HandlerKey handler, String strategy, Strategy.Attempt attempt) {
        List<Strategy.InVersion> found = attempt.found();
        if (found.size() == 1) {
            Strategy.InVersion one = found.getFirst();
            CodePlace place = one.version().place(one.symbol());
            return new HandlerMapping(
                    handler,
                    new HandlerMapping.Found(place, one.symbol()),
                    strategy,
                    attempt.confidence(),
                    attempt.reason(),
                    List.of());
        }
        return new HandlerMapping(
                handler,
                null,
                strategy,
                0,
                attempt.reason(),
                found.stream()
                        .limit(MOST_CANDIDATES)
                        .map(one -> one.version().place(one.symbol()))
                        .toList());
    }
}
