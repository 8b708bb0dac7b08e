package dev.backbeat.analysis;

import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.model.Scope;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Store;
import java.util.List;

/// What an analysis may ask: the store's views within a scope, and the raw lines.
public final class Evidence {

    private final Store store;
    private final RawLines rawLines;
    private final ScopeSql scope;

    private Evidence(Store store, RawLines rawLines, Scope scope) {
        this.store = store;
        this.rawLines = rawLines;
        this.scope = new ScopeSql(scope, question -> store.rows(question, row -> row.longAt("number")));
    }

    /// All that a store holds.
    public static Evidence of(Store store, RawLines rawLines) {
        return new Evidence(store, rawLines, Scope.everything());
    }

    /// The same store within a scope.
    public Evidence within(Scope narrower) {
        return new Evidence(store, rawLines, narrower);
    }

    /// Asks the views. A place in the template becomes a condition on the rows with the alias `x`:
    ///
    /// - `{executions x}`: the row's execution is in scope, `{sessions x}`: its session is
    /// - `{times x}`: the row is one of `execution_times` and in scope
    /// - `{handlers x}`: its plugin and handler are, `{plugins x}`: its plugin is, `{kinds x}`: its kind of
    ///     handler is
    /// - `{sequences x}`: its `sequence_id` is, for what is known without having run
    /// - `{handling x}`: in its execution a handler ran that is, `{handled x}`: in its beat run one did
    /// - `{silences x}`: its execution is by both; without one it is not, where the scope says more than
    ///     sessions
    public <T> List<T> rows(String template, Store.RowReader<T> reader, Object... arguments) {
        return store.rows(scope.apply(template), reader, arguments);
    }

    /// The place of an origin.
    public Place place(Origin origin) {
        return rawLines.place(origin);
    }

    /// The raw line at an origin, empty where the journal does not have it.
    public String line(Origin origin) {
        return rawLines.around(origin, 0, 0).stream()
                .findFirst()
                .map(RawLines.RawLine::text)
                .orElse("");
    }
}
