package dev.backbeat.ingest.vocabulary.conductor;

import dev.backbeat.ingest.LogRecord;
import dev.backbeat.ingest.matching.Captures;
import dev.backbeat.model.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a baton line that reports a change: `+added,keys ~updated -removed | seq=… preview={…}`. The three
/// parts are there only where something of the kind happened, in that order.
final class BatonDetails {

    private static final String UNNAMED = "?";

    private BatonDetails() {}

    static Event read(Captures captures, LogRecord record) {
        List<String> added = List.of();
        List<String> updated = List.of();
        List<String> removed = List.of();
        for (String part : captures.text(0).split(" ")) {
            List<String> keys = part.length() > 1 ? List.of(part.substring(1).split(",")) : List.of();
            switch (part.isEmpty() ? ' ' : part.charAt(0)) {
                case '+' -> added = keys;
                case '~' -> updated = keys;
                case '-' -> removed = keys;
                default -> {}
            }
        }
        return new Event.BatonCompared(
                record.offset(),
                record.timeNanos(),
                captures.text(1),
                captures.text(3),
                named(captures.text(4)),
                named(captures.text(5)),
                named(captures.freshText(6)),
                added,
                updated,
                removed,
                captures.freshText(7));
    }

    static @Nullable String named(String text) {
        return text.equals(UNNAMED) ? null : text;
    }
}
