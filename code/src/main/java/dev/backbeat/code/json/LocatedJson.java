package dev.backbeat.code.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// A value of a JSON document and the line it begins at, from 1. Comments and trailing commas are allowed, as
/// in `tsconfig.json`; of two entries of one name the last counts.
public sealed interface LocatedJson {

    /// Where it begins.
    int line();

    /// Entries by name, in order.
    record Obj(int line, Map<String, LocatedJson> entries) implements LocatedJson {}

    /// Elements.
    record Arr(int line, List<LocatedJson> elements) implements LocatedJson {}

    /// Text.
    record Text(int line, String text) implements LocatedJson {}

    /// A number, as it is written.
    record Num(int line, String digits) implements LocatedJson {}

    /// `true`, `false` or `null`.
    record Word(int line, String word) implements LocatedJson {}

    /// The entry of an object; empty where there is none or this is no object.
    default Optional<LocatedJson> at(String name) {
        return this instanceof Obj object ? Optional.ofNullable(object.entries().get(name)) : Optional.empty();
    }

    /// The text of an entry; empty where there is none.
    default Optional<String> textAt(String name) {
        return at(name).flatMap(LocatedJson::asText);
    }

    /// The text, of a number its digits; empty for anything else.
    default Optional<String> asText() {
        return switch (this) {
            case Text(int ignored, String text) -> Optional.of(text);
            case Num(int ignored, String digits) -> Optional.of(digits);
            default -> Optional.empty();
        };
    }

    /// Whether an entry is `true`.
    default boolean isTrueAt(String name) {
        return at(name).filter(
                        value -> value instanceof Word word && word.word().equals("true"))
                .isPresent();
    }

    /// The elements of an entry; none where it is no array.
    default List<LocatedJson> elementsAt(String name) {
        return at(name).map(value -> value instanceof Arr array ? array.elements() : List.<LocatedJson>of())
                .orElse(List.of());
    }

    /// The entries of an entry; none where it is no object.
    default Map<String, LocatedJson> entriesAt(String name) {
        return at(name).map(value -> value instanceof Obj object ? object.entries() : Map.<String, LocatedJson>of())
                .orElse(Map.of());
    }

    /// Reads a document.
    ///
    /// @throws InvalidJsonException when it is none
    static LocatedJson read(byte[] content) throws InvalidJsonException {
        try (JsonParser parser = Parsers.FACTORY.createParser(ObjectReadContext.empty(), content)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new InvalidJsonException(1, "it is empty");
            }
            LocatedJson value = Parsers.value(parser, first);
            if (parser.nextToken() != null) {
                throw new InvalidJsonException(Parsers.line(parser), "something follows its end");
            }
            return value;
        } catch (JacksonException e) {
            // Also what is too deep or too long, or no Unicode.
            throw new InvalidJsonException(
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr()), e.getOriginalMessage());
        }
    }

    /// How it is read.
    final class Parsers {

        private static final int DEEPEST = 200;

        private static final JsonFactory FACTORY = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();

        private Parsers() {}

        private static LocatedJson value(JsonParser parser, JsonToken token) {
            int line = line(parser);
            return switch (token) {
                case START_OBJECT -> {
                    Map<String, LocatedJson> entries = new LinkedHashMap<>();
                    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                        String name = parser.currentName();
                        entries.put(name, value(parser, parser.nextToken()));
                    }
                    yield new Obj(line, entries);
                }
                case START_ARRAY -> {
                    List<LocatedJson> elements = new ArrayList<>();
                    for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                        elements.add(value(parser, next));
                    }
                    yield new Arr(line, elements);
                }
                case VALUE_STRING -> new Text(line, parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(line, parser.getString());
                default -> new Word(line, parser.getString());
            };
        }

        private static int line(JsonParser parser) {
            return parser.currentTokenLocation().getLineNr();
        }
    }
}
