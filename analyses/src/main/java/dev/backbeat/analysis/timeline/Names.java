package dev.backbeat.analysis.timeline;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import dev.backbeat.store.CodeRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What things are called, and what their names lead to.
final class Names {

    private final Map<HandlerKey, CodePlace> code = new HashMap<>();

    Names(Evidence evidence) {
        evidence.rows(
                Queries.load(Names.class, "code.sql"),
                row -> code.put(
                        new HandlerKey(
                                row.textAt("plugin").orElse(""),
                                row.textAt("sequence_id").orElse(""),
                                row.textAt("handler").orElse("")),
                        CodeRows.place(row)));
    }

    /// A handler, which leads to all about it and to its code.
    Cell handler(Run.Call call) {
        HandlerKey key = call.handler();
        if (key == null) {
            return Cell.text(call.name());
        }
        List<Reference> references = new ArrayList<>(List.of(new Reference.ToHandler(key)));
        CodePlace place = code.get(key);
        if (place != null) {
            references.add(new Reference.ToCode(place));
        }
        String plugin = key.plugin().isEmpty() ? "" : key.plugin() + ".";
        return new Cell(new Cell.Value.Code(plugin + key.handler()), references);
    }

    /// A sequence, which leads to all about it.
    Cell sequence(String id, String name) {
        return new Cell(new Cell.Value.Text(name), List.of(new Reference.ToSequence(id.isEmpty() ? name : id)));
    }
}
