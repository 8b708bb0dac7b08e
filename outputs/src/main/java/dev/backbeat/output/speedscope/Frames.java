package dev.backbeat.output.speedscope;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Reference;
import dev.backbeat.output.Figures;
import dev.backbeat.output.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What profiles refer to by position: names, with their files and lines where they are known.
final class Frames {

    private final Map<Map<String, Object>, Integer> known = new HashMap<>();
    private final List<Map<String, Object>> all = new ArrayList<>();

    /// The position of the frame of a name.
    ///
    /// @param kind what it is, which tells names apart that are the same
    int of(Cell name, String kind) {
        Map<String, Object> frame = new LinkedHashMap<>();
        String words = Visible.of(Figures.of(name.value()));
        frame.put("name", kind.equals("handler") ? words : "%s (%s)".formatted(words, kind));
        for (Reference reference : name.references()) {
            if (reference instanceof Reference.ToCode code && !frame.containsKey("file")) {
                frame.put("file", Visible.of(code.place().path()));
                frame.put("line", code.place().line());
            }
        }
        return known.computeIfAbsent(frame, one -> {
            all.add(one);
            return all.size() - 1;
        });
    }

    List<Map<String, Object>> all() {
        return all;
    }
}
