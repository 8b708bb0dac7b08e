package dev.backbeat.ingest.matching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A message with holes. The text between the holes must stand there to the letter and the whole message
/// must match. Kinds of holes:
///
/// - `{int}` an optional minus and digits
/// - `{num}` digits, at most one point, an optional minus
/// - `{word}` one or more bytes that are not blank
/// - `{text}` anything up to the first place where the rest can follow, not empty
/// - `{last}` like `{text}` up to the last place where the literal after it stands
/// - `{any}` anything, even nothing
///
/// `{{` stands for a brace.
public final class MessagePattern {

    /// How many holes a pattern may have.
    public static final int MAX_HOLES = 16;

    private enum Hole {
        INT,
        NUM,
        WORD,
        TEXT,
        LAST,
        ANY
    }

    private final String source;
    private final Literal[] literals;
    private final Hole[] holes;

    private MessagePattern(String source, List<byte[]> literals, List<Hole> holes) {
        this.source = source;
        this.literals = literals.stream().map(Literal::new).toArray(Literal[]::new);
        this.holes = holes.toArray(Hole[]::new);
    }

    /// Reads the notation.
    ///
    /// @throws IllegalArgumentException when it has an unknown hole, too many holes, or two holes without
    ///     a text between
    public static MessagePattern of(String source) {
        List<byte[]> literals = new ArrayList<>();
        List<Hole> holes = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '{' && i + 1 < source.length() && source.charAt(i + 1) == '{') {
                literal.append('{');
                i += 2;
            } else if (c == '{') {
                int close = source.indexOf('}', i);
                if (close < 0) {
                    throw new IllegalArgumentException("hole without an end in pattern `" + source + "`");
                }
                addHole(source, source.substring(i + 1, close), literals, holes, literal);
                i = close + 1;
            } else {
                literal.append(c);
                i++;
            }
        }
        literals.add(bytes(literal));
        return new MessagePattern(source, literals, holes);
    }

    private static void addHole(
            String source, String name, List<byte[]> literals, List<Hole> holes, StringBuilder literal) {
        boolean adjacent = !holes.isEmpty() && literal.isEmpty();
        if (adjacent || holes.size() == MAX_HOLES) {
            throw new IllegalArgumentException("too many or adjacent holes in pattern `" + source + "`");
        }
        literals.add(bytes(literal));
        literal.setLength(0);
        holes.add(
                switch (name) {
                    case "int" -> Hole.INT;
                    case "num" -> Hole.NUM;
                    case "word" -> Hole.WORD;
                    case "text" -> Hole.TEXT;
                    case "last" -> Hole.LAST;
                    case "any" -> Hole.ANY;
                    default ->
                        throw new IllegalArgumentException("unknown hole `{" + name + "}` in pattern `" + source + "`");
                });
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The notation.
    public String source() {
        return source;
    }

    /// The text before the first hole, which the index looks up.
    byte[] prefix() {
        return literals[0].bytes();
    }

    /// Whether the message matches as a whole; if so the captures hold what stands in the holes.
    ///
    /// @param from where the message begins
    /// @param to where it ends
    public boolean matches(byte[] bytes, int from, int to, Captures captures) {
        return literals[0].isAt(bytes, from, to) && matchesAfterPrefix(bytes, from, to, captures);
    }

    /// The same for a message that is known to begin with [#prefix].
    boolean matchesAfterPrefix(byte[] bytes, int from, int to, Captures captures) {
        captures.begin(bytes);
        int at = from + literals[0].length();
        for (int i = 0; i < holes.length; i++) {
            boolean lastHole = i == holes.length - 1;
            int end = holeEnd(bytes, at, to, holes[i], literals[i + 1], lastHole);
            if (end < 0 || !fits(bytes, at, end, holes[i])) {
                return false;
            }
            captures.add(at, end);
            at = end + literals[i + 1].length();
        }
        return at == to;
    }

    private static int holeEnd(byte[] bytes, int from, int to, Hole hole, Literal next, boolean lastHole) {
        if (lastHole) {
            int end = to - next.length();
            return end >= from && next.isAt(bytes, end, to) ? end : -1;
        }
        int minimum = hole == Hole.ANY ? from : from + 1;
        return switch (hole) {
            case LAST -> next.lastIndexIn(bytes, minimum, to);
            case TEXT, ANY -> next.indexIn(bytes, minimum, to);
            case WORD, INT, NUM -> next.indexIn(bytes, minimum, Math.min(to, wordEnd(bytes, from, to) + next.length()));
        };
    }

    private static int wordEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != ' ') {
            at++;
        }
        return at;
    }

    private static boolean fits(byte[] bytes, int from, int to, Hole hole) {
        return switch (hole) {
            case ANY -> true;
            case TEXT, LAST -> to > from;
            case WORD -> to > from && wordEnd(bytes, from, to) == to;
            case INT -> isNumber(bytes, from, to, false);
            case NUM -> isNumber(bytes, from, to, true);
        };
    }

    private static boolean isNumber(byte[] bytes, int from, int to, boolean point) {
        int at = from < to && bytes[from] == '-' ? from + 1 : from;
        if (at >= to) {
            return false;
        }
        boolean pointLeft = point;
        for (; at < to; at++) {
            if (bytes[at] == '.' && pointLeft) {
                pointLeft = false;
            } else if (bytes[at] < '0' || bytes[at] > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return source;
    }
}
