package dev.backbeat.ingest.claims;

import dev.backbeat.model.Rejected;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a Markdown report line by line. A line that its reader does not know is unknown; a last one
/// without a line end that it does not know is cut.
public final class MarkdownReport {

    private static final Pattern RULER = Pattern.compile("\\|?[\\s:|-]*-[\\s:|-]*\\|?");
    private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final String FORM = "form";
    private static final int LONGEST_LINE = 1 << 14;

    private MarkdownReport() {}

    /// Says what a line means.
    @FunctionalInterface
    public interface LineReader {
        /// Whether the reader knows what it means.
        boolean knows(Line line);
    }

    /// A line that is no blank, heading or ruler.
    ///
    /// @param offset where it begins
    /// @param text without the line end
    /// @param section the last heading above it
    /// @param header the cells of the first row of its table; none where it is no row or the first one itself
    /// @param cells its cells; none where it is no row of a table
    public record Line(int offset, String text, String section, List<String> header, List<String> cells) {

        /// Copies.
        public Line {
            header = List.copyOf(header);
            cells = List.copyOf(cells);
        }

        /// The cell below a word of the header; empty where there is none, or it says that it is not known.
        public Optional<String> below(String word) {
            int column = header.indexOf(word);
            boolean there = column >= 0 && column < cells.size();
            return there && !cells.get(column).equals("N/A") ? Optional.of(cells.get(column)) : Optional.empty();
        }

        /// What stands behind a word that the line begins with; empty where it begins otherwise.
        public Optional<String> after(String word) {
            return text.startsWith(word)
                    ? Optional.of(text.substring(word.length()).strip())
                    : Optional.empty();
        }
    }

    /// Reads a report and settles what became of its lines.
    public static void read(ReportReading report, LineReader reader) {
        String section = "";
        List<String> header = List.of();
        for (int line = 0; line < report.lines(); line++) {
            Optional<String> decoded = text(report, line);
            if (decoded.isEmpty()) {
                continue;
            }
            String text = decoded.get();
            int offset = report.lineStart(line);
            if (text.isBlank() || RULER.matcher(text).matches()) {
                header = text.isBlank() ? List.of() : header;
                report.silent(offset, FORM);
            } else if (text.startsWith("#")) {
                section = text.replaceFirst("^#+\\s*", "").strip();
                header = List.of();
                report.silent(offset, FORM);
            } else {
                List<String> cells = cells(text);
                Line read = new Line(offset, text, section, cells.isEmpty() ? List.of() : header, cells);
                boolean first = !cells.isEmpty() && header.isEmpty();
                header = first ? cells : cells.isEmpty() ? List.of() : header;
                settle(report, line, read, first || reader.knows(read));
            }
        }
    }

    private static void settle(ReportReading report, int line, Line read, boolean known) {
        boolean last = report.lineEnd(line) == report.bytes().length;
        if (known) {
            report.silent(read.offset(), FORM);
        } else if (last) {
            report.cut();
            report.reject(line, Rejected.Reason.TRUNCATED);
        } else {
            report.unknown(read.offset(), DIGITS.matcher(read.text()).replaceAll("<*>"));
        }
    }

    private static Optional<String> text(ReportReading report, int line) {
        int from = report.lineStart(line);
        int length = report.lineEnd(line) - from;
        if (length > LONGEST_LINE) {
            report.reject(line, Rejected.Reason.TOO_LONG);
            return Optional.empty();
        }
        for (int at = from; at < from + length; at++) {
            if (report.bytes()[at] == 0) {
                report.reject(line, Rejected.Reason.BINARY);
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(report.bytes(), from, length))
                    .toString()
                    .strip());
        } catch (CharacterCodingException e) {
            report.reject(line, Rejected.Reason.NOT_UTF8);
            return Optional.empty();
        }
    }

    private static List<String> cells(String text) {
        if (!text.startsWith("|") || !text.endsWith("|") || text.length() < 2) {
            return List.of();
        }
        List<String> cells = new ArrayList<>();
        for (String cell : CELLS.split(text.substring(1, text.length() - 1), -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }
}
