package dev.backbeat.app.engine;

import dev.backbeat.ingest.journal.Journal;
import dev.backbeat.store.RawLines.RawLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A piece of an input and where its lines begin, so that many questions about it cost one look at its
/// bytes.
final class PageLines {

    /// A longer line is left to the reader of the journal, which cuts it.
    private static final int LONGEST_LINE = 16 * 1024;

    private final Journal.Page page;
    private final int[] starts;

    PageLines(Journal.Page page) {
        this.page = page;
        byte[] bytes = page.bytes();
        int[] found = new int[bytes.length / 64 + 16];
        int count = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (at == 0 || bytes[at - 1] == '\n') {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = at;
            }
        }
        this.starts = Arrays.copyOf(found, count);
    }

    boolean holds(long offset) {
        return offset >= page.offset() && offset < page.offset() + page.bytes().length;
    }

    /// The number of the line that an offset of the piece is in.
    long number(long offset) {
        return page.linesBefore() + index(offset) + 1;
    }

    /// The line at an offset of the piece and its neighbours; empty where the piece alone does not tell.
    Optional<List<RawLine>> around(long offset, int before, int after) {
        int wanted = index(offset);
        int first = Math.max(0, wanted - before);
        boolean whole = (wanted >= before || page.linesBefore() == 0) && wanted + after + 1 < starts.length;
        if (!whole) {
            return Optional.empty();
        }
        List<RawLine> lines = new ArrayList<>();
        for (int i = first; i <= wanted + after; i++) {
            int length = starts[i + 1] - starts[i] - 1;
            if (length > LONGEST_LINE) {
                return Optional.empty();
            }
            String text = new String(page.bytes(), starts[i], length, StandardCharsets.UTF_8).stripTrailing();
            lines.add(new RawLine(page.linesBefore() + i + 1, text, i == wanted));
        }
        return Optional.of(lines);
    }

    private int index(long offset) {
        int found = Arrays.binarySearch(starts, (int) (offset - page.offset()));
        return found >= 0 ? found : -found - 2;
    }
}
