package dev.backbeat.ingest.journal;

import dev.backbeat.ingest.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is kept of an input, redacted: as a whole, as the [Source] it once was, or one line of it. It
/// lies in pieces, each of which can be had without the others. Errors of the file system come as
/// [UncheckedIOException].
public interface Journal extends Source {

    /// How many bytes of a line are shown.
    int LONGEST_LINE_SHOWN = 64 * 1024;

    /// A raw line.
    ///
    /// @param number from 1
    /// @param text without the line end
    record Line(long number, String text) {}

    /// A piece of the input.
    ///
    /// @param offset where it begins in the input
    /// @param linesBefore how many lines of the input stand before it
    /// @param bytes its bytes
    record Page(long offset, long linesBefore, byte[] bytes) {}

    /// The pieces, to be closed.
    ///
    /// @throws IOException when the journal can't be opened or read
    Pieces pieces() throws IOException;

    /// The piece of the input that holds `offset`; empty where the journal does not hold it.
    default Optional<Page> page(long offset) {
        try (Pieces pieces = pieces()) {
            int index = pieces.at(offset);
            if (index < 0) {
                return Optional.empty();
            }
            Pieces.Piece piece = pieces.all().get(index);
            return Optional.of(new Page(piece.offset(), piece.linesBefore(), pieces.bytes(index)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where a line begins; empty where the journal does not hold it.
    ///
    /// @param number from 1
    default OptionalLong offsetOfLine(long number) {
        try (Pieces pieces = pieces()) {
            int index = pieces.all().size() - 1;
            while (index > 0 && pieces.all().get(index).linesBefore() >= number) {
                index--;
            }
            return index < 0 ? OptionalLong.empty() : offsetOfLine(pieces, index, number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OptionalLong offsetOfLine(Pieces pieces, int index, long number) throws IOException {
        byte[] bytes = pieces.bytes(index);
        Pieces.Piece piece = pieces.all().get(index);
        long line = piece.linesBefore() + 1;
        int at = 0;
        while (line < number && at < bytes.length) {
            line += bytes[at++] == '\n' ? 1 : 0;
        }
        boolean found = line == number && at < bytes.length;
        return found ? OptionalLong.of(piece.offset() + at) : OptionalLong.empty();
    }

    /// The line that begins at or contains `offset`, with so many lines before and after it from the same
    /// or the neighbouring piece; empty where the journal has no such line.
    ///
    /// @return the lines in order
    default Optional<List<Line>> lines(long offset, int before, int after) {
        try (Pieces pieces = pieces()) {
            int index = pieces.at(offset);
            return index < 0 ? Optional.empty() : Optional.of(window(pieces, index, offset, before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> window(Pieces pieces, int index, long offset, int before, int after) throws IOException {
        int first = Math.max(0, before > 0 ? index - 1 : index);
        int last = Math.min(pieces.all().size() - 1, after > 0 ? index + 1 : index);
        List<Line> lines = new ArrayList<>();
        int wanted = 0;
        for (int i = first; i <= last; i++) {
            Pieces.Piece piece = pieces.all().get(i);
            byte[] bytes = pieces.bytes(i);
            long number = piece.linesBefore();
            int from = 0;
            while (from < bytes.length) {
                int end = from;
                while (end < bytes.length && bytes[end] != '\n') {
                    end++;
                }
                number++;
                if (piece.offset() + from <= offset) {
                    wanted = lines.size();
                }
                int shown = Math.min(end - from, LONGEST_LINE_SHOWN);
                lines.add(new Line(number, new String(bytes, from, shown, StandardCharsets.UTF_8).stripTrailing()));
                from = end + 1;
            }
        }
        return List.copyOf(lines.subList(Math.max(0, wanted - before), Math.min(lines.size(), wanted + after + 1)));
    }
}
