package dev.backbeat.measure.petri;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Takes a PNML file apart into elements, without anything that leads out of the file and without its
/// drawing.
final class PnmlElements {
    private static final Set<String> DRAWING = Set.of("graphics", "toolinfo");
    private static final int MOST_ELEMENTS = 2_000_000;

    private PnmlElements() {}

    /// The root.
    ///
    /// @throws BackbeatException `INPUT` with the line when it is not well-formed or beyond a limit
    static PnmlElement read(String name, byte[] bytes) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return read(name, reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw broken(name, Math.max(1, line), "is not well-formed XML").causedBy(e);
        }
    }

    static BackbeatException broken(String name, int line, String what) {
        return BackbeatException.withHint(
                ErrorCode.INPUT,
                "`%s:%d` %s".formatted(name, line, what),
                "save the model again as a PNML place/transition net");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static PnmlElement read(String name, XMLStreamReader reader) throws XMLStreamException {
        Deque<PnmlElement> open = new ArrayDeque<>();
        PnmlElement root = null;
        int elements = 0;
        while (reader.hasNext()) {
            int line = Math.max(1, reader.getLocation().getLineNumber());
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw broken(name, line, "has a document type, which is refused because of its entities");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw broken(name, line, "refers to an entity");
                case XMLStreamConstants.START_ELEMENT -> {
                    PnmlElement element = element(reader);
                    if (open.size() >= PnmlReader.DEEPEST || ++elements > MOST_ELEMENTS) {
                        throw broken(name, element.line(), "is nested too deep or has too many elements");
                    }
                    PnmlElement above = open.peekLast();
                    if (above == null) {
                        root = element;
                    } else if (!DRAWING.contains(element.name())) {
                        above.add(element);
                    }
                    open.addLast(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    PnmlElement above = open.peekLast();
                    if (above != null) {
                        above.add(reader.getText());
                    }
                }
                default -> {}
            }
        }
        if (root == null) {
            throw broken(name, 1, "is empty");
        }
        return root;
    }

    private static PnmlElement element(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new PnmlElement(
                reader.getLocalName(), Math.max(1, reader.getLocation().getLineNumber()), attributes);
    }
}
