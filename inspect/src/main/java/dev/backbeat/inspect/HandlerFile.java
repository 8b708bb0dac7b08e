package dev.backbeat.inspect;

import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Scope;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;

/// All that is known about one handler besides its story: its traffic over time, its errors, the state it writes, the
/// tests that reach it, and which function it is.
public final class HandlerFile {

    private HandlerFile() {}

    /// The exhibits; empty of a handler that neither ran nor is known to code or documents.
    ///
    /// @param ran whether it ran
    /// @param scope its traffic, errors and state are of these executions
    public static List<Exhibit> of(Store store, RawLines lines, HandlerKey handler, boolean ran, Scope scope) {
        List<Exhibit> exhibits = new ArrayList<>();
        if (ran) {
            exhibits.addAll(HandlerTraffic.of(store, handler, scope));
            exhibits.add(HandlerTrouble.of(store, lines, handler, scope));
            exhibits.add(HandlerState.of(store, handler, scope));
        } else if (!HandlerKnowledge.knows(store, handler)) {
            return List.of();
        }
        exhibits.addAll(HandlerKnowledge.of(store, handler));
        return exhibits;
    }
}
