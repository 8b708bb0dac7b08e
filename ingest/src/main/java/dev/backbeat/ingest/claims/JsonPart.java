package dev.backbeat.ingest.claims;

import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A value of a JSON report, where it stands, and whether anybody has read it. What nobody read is
/// unknown: so a field that a newer version of a tool writes is not lost silently.
public final class JsonPart {

    private final int offset;

    @Nullable
    private final JsonPart parent;

    private final String name;
    private final Form form;
    private final String text;
    private final List<JsonPart> children = new ArrayList<>(0);

    @Nullable
    private Map<String, JsonPart> entries;

    private boolean closed;
    private boolean read;

    @Nullable
    private String silentRule;

    /// What it is.
    enum Form {
        OBJECT,
        ARRAY,
        TEXT,
        NUMBER,
        /// `true`, `false` or `null`.
        WORD
    }

    /// @param name of an entry its name, of an element its index
    /// @param text of a text itself, of a number or a word as it is written
    JsonPart(int offset, @Nullable JsonPart parent, String name, Form form, String text) {
        this.offset = offset;
        this.parent = parent;
        this.name = name;
        this.form = form;
        this.text = text;
        this.closed = form != Form.OBJECT && form != Form.ARRAY;
    }

    void add(JsonPart child) {
        children.add(child);
        if (form == Form.OBJECT) {
            if (entries == null) {
                entries = new LinkedHashMap<>();
            }
            entries.put(child.name, child);
        }
    }

    void close() {
        closed = true;
    }

    /// Where it stands, bytes from the start of the report.
    public int offset() {
        return offset;
    }

    /// The name of an entry.
    public String name() {
        return name;
    }

    /// Its JSON pointer.
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (JsonPart at = this; at.parent != null; at = at.parent) {
            pointer.insert(0, "/" + at.name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /// Its JSON pointer with `<*>` for indices.
    String template() {
        StringBuilder template = new StringBuilder();
        for (JsonPart at = this; at.parent != null; at = at.parent) {
            template.insert(0, "/" + (at.parent.form == Form.ARRAY ? "<*>" : at.name));
        }
        return template.toString();
    }

    /// Whether the report holds all of it.
    public boolean isWhole() {
        return closed;
    }

    /// Whether it is an object.
    public boolean isObject() {
        return form == Form.OBJECT;
    }

    /// Whether it says nothing: an object or an array without content, or `null`.
    boolean isEmpty() {
        boolean container = form == Form.OBJECT || form == Form.ARRAY;
        return container ? children.isEmpty() && closed : form == Form.WORD && text.equals("null");
    }

    /// The entry of an object.
    public Optional<JsonPart> at(String entry) {
        return entries == null ? Optional.empty() : Optional.ofNullable(entries.get(entry));
    }

    /// The entry of the entry of an object.
    public Optional<JsonPart> at(String entry, String inner) {
        return at(entry).flatMap(found -> found.at(inner));
    }

    /// The entries of an object, the last of each name, in order.
    public List<JsonPart> entries() {
        return entries == null ? List.of() : List.copyOf(entries.values());
    }

    /// The elements of an array.
    public List<JsonPart> elements() {
        return form == Form.ARRAY ? List.copyOf(children) : List.of();
    }

    /// The elements of an entry; none where it is no array.
    public List<JsonPart> elementsAt(String entry) {
        return at(entry).map(JsonPart::elements).orElse(List.of());
    }

    List<JsonPart> children() {
        return children;
    }

    /// Says that it takes part in a claim.
    public void read() {
        read = true;
    }

    boolean isRead() {
        return read;
    }

    /// Says of it and all within it that it claims nothing, by a rule with a name.
    public void silent(String rule) {
        silentRule = rule;
        for (JsonPart child : children) {
            child.silent(rule);
        }
    }

    @Nullable
    String silentRule() {
        return silentRule;
    }

    /// Says of all that nobody read within it that it claims nothing, by a rule with a name.
    public void silentRest(String rule) {
        if (children.isEmpty() && !read && silentRule == null) {
            silentRule = rule;
        }
        for (JsonPart child : children) {
            child.silentRest(rule);
        }
    }

    /// Its text, which counts as reading it; empty where it is none.
    public Optional<String> text() {
        read |= form == Form.TEXT;
        return form == Form.TEXT ? Optional.of(text) : Optional.empty();
    }

    /// Its whole number, which counts as reading it; empty where it is none.
    public OptionalLong whole() {
        OptionalLong number = form == Form.NUMBER ? ReportFigures.whole(text) : OptionalLong.empty();
        read |= number.isPresent();
        return number;
    }

    /// Its instant, which counts as reading it; [Time#UNKNOWN] where it is none.
    public long instantNanos() {
        OptionalLong instant = form == Form.TEXT ? ReportFigures.instant(text) : OptionalLong.empty();
        read |= instant.isPresent();
        return instant.orElse(Time.UNKNOWN);
    }

    /// The instant of an entry; [Time#UNKNOWN] where there is none.
    public long instantAt(String entry) {
        return at(entry).map(JsonPart::instantNanos).orElse(Time.UNKNOWN);
    }

    /// Its number as milliseconds, which counts as reading it; empty where it is none.
    public Optional<ReportFigures.Span> millis() {
        Optional<ReportFigures.Span> span = form == Form.NUMBER ? ReportFigures.millis(text) : Optional.empty();
        read |= span.isPresent();
        return span;
    }

    /// Whether two parts say the same.
    public boolean saysSameAs(JsonPart other) {
        boolean same = form == other.form && text.equals(other.text) && children.size() == other.children.size();
        for (int i = 0; same && i < children.size(); i++) {
            JsonPart left = children.get(i);
            JsonPart right = other.children.get(i);
            same = left.name.equals(right.name) && left.saysSameAs(right);
        }
        return same;
    }
}
