package dev.backbeat.app.engine;

import dev.backbeat.inspect.ExecutionStory;
import dev.backbeat.inspect.HandlerCode;
import dev.backbeat.inspect.HandlerStory;
import dev.backbeat.inspect.RawExcerpt;
import dev.backbeat.inspect.SourceExcerpt;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Scope;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a collector of details asks, answered from a store and its journals.
final class StoreLookups {

    /// Lines of a log before and after the one that is meant.
    private static final int LINES_AROUND = 20;

    /// Lines of code before and after the stretch that is meant.
    private static final int CODE_LINES_AROUND = 5;

    /// The same where the stretch stands among other things.
    private static final int SOURCE_LINES_AROUND = 2;

    private StoreLookups() {}

    static DetailCollector.Lookups of(Store store, RawLines lines) {
        return new DetailCollector.Lookups(
                handlers -> handlers(store, lines, handlers, Scope.everything()),
                executions -> ExecutionStory.of(store, lines, executions),
                place -> RawExcerpt.of(lines, place, LINES_AROUND),
                place -> SourceExcerpt.of(store, place, CODE_LINES_AROUND));
    }

    /// What is told of handlers and of their runs in some executions.
    static Map<HandlerKey, List<Exhibit>> handlers(
            Store store, RawLines lines, List<HandlerKey> handlers, Scope scope) {
        return withSource(store, HandlerStory.of(store, lines, handlers, scope));
    }

    /// The stories of handlers, each with its source of the last build at its end.
    private static Map<HandlerKey, List<Exhibit>> withSource(Store store, Map<HandlerKey, List<Exhibit>> stories) {
        if (stories.isEmpty()) {
            return stories;
        }
        Map<HandlerKey, List<HandlerCode.Mapped>> mapped = HandlerCode.of(store);
        Map<HandlerKey, List<Exhibit>> told = new LinkedHashMap<>();
        stories.forEach((handler, exhibits) -> {
            List<Exhibit> whole = new ArrayList<>(exhibits);
            if (mapped.containsKey(handler)) {
                CodePlace last = mapped.get(handler).getLast().place();
                SourceExcerpt.of(store, last, SOURCE_LINES_AROUND).ifPresent(whole::add);
            }
            told.put(handler, whole);
        });
        return told;
    }
}
