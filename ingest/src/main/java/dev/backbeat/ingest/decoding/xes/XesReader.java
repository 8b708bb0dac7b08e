package dev.backbeat.ingest.decoding.xes;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads the traces of an XES log one by one. Whatever leads out of the file (a document type,
/// entities) is refused, and so is what has no end. Attributes within attributes are passed over.
final class XesReader implements AutoCloseable {
    static final int MOST_EVENTS = 1_000_000;
    static final int MOST_ATTRIBUTES = 1_000;
    static final int LONGEST_VALUE = 64 * 1024;
    static final int DEEPEST = 60;

    private static final Instant FIRST = Instant.parse("1678-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2262-01-01T00:00:00Z");
    private static final String TIME = "time:timestamp";
    private static final Set<String> ATTRIBUTES = Set.of("string", "date", "int", "float", "boolean", "id");

    private final InputStream in;
    private final XMLStreamReader xml;
    private final Map<String, String> logAttributes = new LinkedHashMap<>();
    private int depth;

    XesReader(InputStream in) throws IOException {
        this.in = in;
        XMLStreamReader opened = null;
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            opened = factory.createXMLStreamReader(new TokenGuard(in));
        } catch (XMLStreamException e) {
            throw broken(e);
        } finally {
            if (opened == null) {
                in.close();
            }
        }
        this.xml = opened;
    }

    /// What the log calls itself, where it has said so by now.
    @Nullable
    String logName() {
        return logAttributes.get(XesEvent.NAME);
    }

    /// The next trace, `null` when the log has properly ended.
    @Nullable
    XesTrace next() throws IOException {
        while (advance()) {
            if (!xml.isStartElement()) {
                continue;
            }
            if (depth == 1 && !xml.getLocalName().equals("log")) {
                throw broken("its root is `%s` instead of `log`".formatted(xml.getLocalName()));
            } else if (depth == 2 && xml.getLocalName().equals("trace")) {
                return trace();
            } else if (depth == 2 && !attribute(logAttributes)) {
                skip();
            }
        }
        return null;
    }

    private XesTrace trace() throws IOException {
        int line = line();
        Map<String, String> attributes = new LinkedHashMap<>();
        List<XesEvent> events = new ArrayList<>();
        while (inside(1)) {
            if (xml.isStartElement() && xml.getLocalName().equals("event")) {
                if (events.size() == MOST_EVENTS) {
                    throw broken("a trace has more than %,d events".formatted(MOST_EVENTS));
                }
                events.add(event());
            } else if (xml.isStartElement() && !attribute(attributes)) {
                skip();
            }
        }
        return new XesTrace(line, attributes, events);
    }

    private XesEvent event() throws IOException {
        int line = line();
        Map<String, String> attributes = new LinkedHashMap<>();
        Instant time = null;
        while (inside(2)) {
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("date") && TIME.equals(xml.getAttributeValue(null, "key"))) {
                    time = time(xml.getAttributeValue(null, "value"));
                }
                if (!attribute(attributes)) {
                    skip();
                }
            }
        }
        return new XesEvent(line, time, attributes);
    }

    /// Takes an attribute, and passes over those within it.
    ///
    /// @return whether the element is one
    private boolean attribute(Map<String, String> attributes) throws IOException {
        if (!ATTRIBUTES.contains(xml.getLocalName())) {
            return false;
        }
        String key = xml.getAttributeValue(null, "key");
        String value = xml.getAttributeValue(null, "value");
        if (key == null || value == null) {
            throw broken("a `%s` has no `key` or no `value`".formatted(xml.getLocalName()));
        }
        if (key.length() > LONGEST_VALUE || value.length() > LONGEST_VALUE) {
            throw broken("an attribute has more than %,d characters".formatted(LONGEST_VALUE));
        }
        if (attributes.size() == MOST_ATTRIBUTES) {
            throw broken("an element has more than %,d attributes".formatted(MOST_ATTRIBUTES));
        }
        attributes.put(key, value);
        skip();
        return true;
    }

    private Instant time(@Nullable String value) throws IOException {
        try {
            String text = value == null ? "" : value.strip();
            Instant time;
            try {
                time = OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException withoutZone) {
                time = LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            }
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                throw broken("`%s` is before %s or after %s".formatted(text, FIRST, LAST));
            }
            return time;
        } catch (DateTimeException e) {
            throw broken("`%s` is no time".formatted(value));
        }
    }

    /// Passes over the element that began, to its end.
    private void skip() throws IOException {
        int outer = depth - 1;
        while (inside(outer)) {
            // Nothing of it counts.
        }
    }

    /// Advances, and says whether that is still within the elements above a depth.
    private boolean inside(int outer) throws IOException {
        if (!advance()) {
            throw broken("it ends too early");
        }
        return depth > outer;
    }

    private boolean advance() throws IOException {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw broken("elements lie deeper than %d in others".formatted(DEEPEST));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD -> throw broken("a document type is refused because of its entities");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw broken("an entity is refused");
                default -> {}
            }
            return true;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    private IOException broken(String what) {
        return new IOException("line %d: %s".formatted(line(), what));
    }

    private static IOException broken(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException cause) {
            return cause;
        }
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
        return new IOException("line %d: it is not well-formed XML, or ends too early".formatted(line), e);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        } finally {
            in.close();
        }
    }
}
