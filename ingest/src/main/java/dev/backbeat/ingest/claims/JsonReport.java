package dev.backbeat.ingest.claims;

import dev.backbeat.model.Rejected;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON of a report, as far as it goes: what stands before the place where it is cut or broken
/// counts.
public final class JsonReport {

    private static final int MOST_PARTS = 500_000;
    private static final int DEEPEST = 100;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final ReportReading report;

    private JsonReport(ReportReading report) {
        this.report = report;
    }

    /// A sample of an object without blanks; empty where it is no object.
    public static Optional<String> objectIn(String sample) {
        String dense = BLANKS.matcher(sample).replaceAll("");
        return dense.startsWith("{") || dense.startsWith("\uFEFF{") ? Optional.of(dense) : Optional.empty();
    }

    /// Reads a report and settles what became of its lines.
    public static void read(ReportReading report, Consumer<JsonPart> reader) {
        JsonReport json = new JsonReport(report);
        JsonPart root = json.parse();
        if (root != null) {
            reader.accept(root);
            json.settle(root);
        }
    }

    private @Nullable JsonPart parse() {
        byte[] bytes = withoutMasks(report.bytes());
        Tree tree = new Tree();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int offset = Math.clamp(parser.currentTokenLocation().getByteOffset(), 0, bytes.length);
                if (!tree.take(parser, token, offset)) {
                    rejectFrom(offset);
                    break;
                }
            }
        } catch (UnexpectedEndOfInputException e) {
            report.cut();
            report.reject(report.lines() - 1, Rejected.Reason.TRUNCATED);
        } catch (JacksonException e) {
            TokenStreamLocation where = e.getLocation();
            rejectFrom(where == null ? 0 : Math.clamp(where.getByteOffset(), 0, bytes.length));
        }
        return tree.root;
    }

    private void rejectFrom(int offset) {
        for (int line = report.lineOf(offset); line < report.lines(); line++) {
            report.reject(line, Rejected.Reason.MALFORMED);
        }
    }

    /// The parts of a document, as far as it was read.
    private static final class Tree {
        @Nullable
        private JsonPart root;

        private final Deque<JsonPart> open = new ArrayDeque<>();
        private int parts;
        private int nameOffset;

        /// Takes a token; `false` where the document should be over, or is too large.
        boolean take(JsonParser parser, JsonToken token, int offset) {
            if (token == JsonToken.PROPERTY_NAME) {
                nameOffset = offset;
                return true;
            }
            if (token.isStructEnd()) {
                open.pop().close();
                return true;
            }
            if ((root != null && open.isEmpty()) || ++parts > MOST_PARTS) {
                return false;
            }
            JsonPart parent = open.peek();
            boolean entry = parent != null && parent.isObject();
            String name = parent == null
                    ? ""
                    : entry
                            ? parser.currentName()
                            : Integer.toString(parent.children().size());
            String text = token.isScalarValue() ? parser.getString() : "";
            JsonPart part = new JsonPart(entry ? nameOffset : offset, parent, name, form(token), text);
            if (parent == null) {
                root = part;
            } else {
                parent.add(part);
            }
            if (token.isStructStart()) {
                open.push(part);
            }
            return true;
        }

        private static JsonPart.Form form(JsonToken token) {
            return switch (token) {
                case START_OBJECT -> JsonPart.Form.OBJECT;
                case START_ARRAY -> JsonPart.Form.ARRAY;
                case VALUE_STRING -> JsonPart.Form.TEXT;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonPart.Form.NUMBER;
                default -> JsonPart.Form.WORD;
            };
        }
    }

    private void settle(JsonPart part) {
        String rule = part.silentRule();
        if (part.isRead()) {
            report.read(part.offset());
        } else if (rule != null) {
            report.silent(part.offset(), rule);
        } else if (part.isEmpty()) {
            report.silent(part.offset(), "empty");
        } else if (part.children().isEmpty()) {
            report.unknown(part.offset(), part.template());
        }
        part.children().forEach(this::settle);
    }

    /// Redaction may have made a number into `****`, which is no JSON: such a value becomes a text of its
    /// length.
    private static byte[] withoutMasks(byte[] redacted) {
        byte[] bytes = redacted.clone();
        boolean quoted = false;
        int from = 0;
        boolean masked = false;
        for (int at = 0; at < bytes.length; at++) {
            byte b = bytes[at];
            if (quoted) {
                at += b == '\\' ? 1 : 0;
                quoted = b != '"';
                from = at + 1;
            } else if (b == '"' || b <= ' ' || b == ',' || b == ':' || b == ']' || b == '}' || b == '[' || b == '{') {
                if (masked) {
                    unmask(bytes, from, at);
                }
                masked = false;
                quoted = b == '"';
                from = at + 1;
            } else {
                masked |= b == '*';
            }
        }
        return bytes;
    }

    private static void unmask(byte[] bytes, int from, int to) {
        if (to - from == 1) {
            bytes[from] = '0';
            return;
        }
        bytes[from] = '"';
        bytes[to - 1] = '"';
    }
}
