package dev.backbeat.analysis.conformance;

import dev.backbeat.store.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which handlers carry out which beats of which sequence, as the log names them.
final class LearnedHandlers {

    private record Emitted(String sequence, String event) {}

    private final Map<Emitted, Set<String>> handlers = new HashMap<>();
    private final Map<String, Set<String>> plugins = new HashMap<>();

    private LearnedHandlers() {}

    static LearnedHandlers read(Asked asked) {
        LearnedHandlers learned = new LearnedHandlers();
        asked.rows("handlers.sql", learned::add);
        return learned;
    }

    private boolean add(Row row) {
        String sequence = row.textAt("sequence").orElse("?");
        Optional<String> handler = row.textAt("handler");
        // Another subscriber of the same event is not the beat's own.
        boolean own = row.textAt("subscribed_sequence").map(sequence::equals).orElse(true);
        boolean named = row.textAt("handler_name_source").orElse("").equals("log");
        if (!own || !named || handler.isEmpty()) {
            return false;
        }
        row.textAt("plugin")
                .ifPresent(plugin -> plugins.computeIfAbsent(sequence, unused -> new TreeSet<>())
                        .add(plugin));
        Emitted emitted = new Emitted(sequence, row.textAt("event").orElse(""));
        return handlers.computeIfAbsent(emitted, unused -> new TreeSet<>()).add(handler.get());
    }

    /// The handler of a beat; empty where nobody names one, or several carry it out.
    String of(String sequence, String event) {
        Set<String> known = handlers.getOrDefault(new Emitted(sequence, event), Set.of());
        return known.size() == 1 && !event.isEmpty() ? known.iterator().next() : "";
    }

    /// The plugin of a sequence; empty where nobody names one, or handlers of several carry it out.
    Optional<String> plugin(String sequence, String said) {
        Set<String> known = new TreeSet<>(plugins.getOrDefault(sequence, Set.of()));
        if (!said.isEmpty()) {
            known.add(said);
        }
        return known.size() == 1 ? Optional.of(known.stream().collect(Collectors.joining())) : Optional.empty();
    }
}
