package dev.backbeat.ingest.journal;

import java.io.IOException;
import java.util.List;

/// The pieces of a journal that is open.
public interface Pieces extends AutoCloseable {

    /// Where a piece lies in the input.
    ///
    /// @param offset where it begins
    /// @param length how many bytes it has
    /// @param linesBefore how many lines stand before it
    record Piece(long offset, int length, long linesBefore) {}

    /// All of them, in order and without a gap.
    List<Piece> all();

    /// The bytes of one of them.
    ///
    /// @throws IOException when it can't be read, or is damaged
    byte[] bytes(int index) throws IOException;

    @Override
    void close() throws IOException;

    /// Which of them holds an offset; -1 where none does.
    default int at(long offset) {
        int low = 0;
        int high = all().size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Piece piece = all().get(middle);
            if (offset < piece.offset()) {
                high = middle - 1;
            } else if (offset >= piece.offset() + piece.length()) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }
}
