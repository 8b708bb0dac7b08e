package dev.backbeat.ingest.assembly;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a copied assembler has instead of each run and open handler run of the original: what was one
/// thing in several places is one thing again.
final class Copies {

    private final Map<Run, Run> runs = new IdentityHashMap<>();
    private final Map<OpenHandler, OpenHandler> handlers = new IdentityHashMap<>();

    Run of(Run run) {
        Run known = runs.get(run);
        if (known != null) {
            return known;
        }
        Run copy = new Run(run, this);
        runs.put(run, copy);
        return copy;
    }

    @Nullable
    Run orNone(@Nullable Run run) {
        return run == null ? null : of(run);
    }

    LinkedHashSet<Run> of(Collection<Run> some) {
        LinkedHashSet<Run> copied = LinkedHashSet.newLinkedHashSet(some.size());
        some.forEach(run -> copied.add(of(run)));
        return copied;
    }

    OpenHandler of(OpenHandler handler) {
        return handlers.computeIfAbsent(handler, OpenHandler::new);
    }
}
