package dev.backbeat.app.engine;

import dev.backbeat.app.ingest.JournalFolder;
import dev.backbeat.ingest.journal.Journal;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Place;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The raw lines of a store's journals. Keeps the piece that was read last of each input, since questions
/// come in clusters.
final class JournalLines implements RawLines {

    /// How many pieces are kept.
    private static final int PAGES_KEPT = 32;

    private final JournalFolder folder;
    private final Map<Integer, StoredInput> inputs = new HashMap<>();
    private final Map<Integer, PageLines> pages = new HashMap<>();

    JournalLines(Store store) {
        this.folder = new JournalFolder(store.folder());
        store.inputs().forEach(input -> inputs.put(input.number(), input));
    }

    @Override
    public List<RawLine> around(Origin origin, int before, int after) {
        StoredInput input = inputs.get(origin.input());
        if (input == null) {
            return List.of();
        }
        PageLines page = page(input, origin.offset());
        return page == null
                ? List.of()
                : page.around(origin.offset(), before, after).orElseGet(() -> beyond(input, origin, before, after));
    }

    /// Lines that do not stand in one piece.
    private List<RawLine> beyond(StoredInput input, Origin origin, int before, int after) {
        long wanted = place(origin).line();
        return reader(input).lines(origin.offset(), before, after).orElse(List.of()).stream()
                .map(line -> new RawLine(line.number(), line.text(), line.number() == wanted))
                .toList();
    }

    @Override
    public Place place(Origin origin) {
        StoredInput input = inputs.get(origin.input());
        if (input == null) {
            return new Place(origin, "input " + origin.input(), 0);
        }
        PageLines page = page(input, origin.offset());
        return new Place(origin, input.name(), page == null ? 0 : page.number(origin.offset()));
    }

    /// Where a line of an input begins.
    OptionalLong offset(StoredInput input, long line) {
        return reader(input).offsetOfLine(line);
    }

    private @Nullable PageLines page(StoredInput input, long offset) {
        PageLines kept = pages.get(input.number());
        if (kept != null && kept.holds(offset)) {
            return kept;
        }
        if (!Files.exists(folder.file(input.journal()))) {
            // An answer stands without its lines; whoever asks for the line itself is told.
            return null;
        }
        Optional<PageLines> read = reader(input).page(offset).map(PageLines::new);
        if (pages.size() >= PAGES_KEPT) {
            pages.clear();
        }
        read.ifPresent(page -> pages.put(input.number(), page));
        return read.orElse(null);
    }

    private Journal reader(StoredInput input) {
        return folder.of(input);
    }
}
