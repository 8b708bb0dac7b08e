package dev.backbeat.app.engine;

import dev.backbeat.inspect.ExecutionStory;
import dev.backbeat.inspect.HandlerStory;
import dev.backbeat.inspect.RawExcerpt;
import dev.backbeat.inspect.SourceExcerpt;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Store;

/// What a collector of details asks, answered from a store and its journals.
final class StoreLookups {

    /// Lines of a log before and after the one that is meant.
    private static final int LINES_AROUND = 20;

    /// Lines of code before and after the stretch that is meant.
    private static final int CODE_LINES_AROUND = 5;

    private StoreLookups() {}

    static DetailCollector.Lookups of(Store store, RawLines lines) {
        return new DetailCollector.Lookups(
                handlers -> HandlerStory.of(store, lines, handlers),
                executions -> ExecutionStory.of(store, lines, executions),
                place -> RawExcerpt.of(lines, place, LINES_AROUND),
                place -> SourceExcerpt.of(store, place, CODE_LINES_AROUND));
    }
}
