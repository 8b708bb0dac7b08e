package dev.backbeat.code.coverage;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks through the elements of an XML file. Document types are passed over, entities refused: nothing leads
/// out of the file, and the JDK's own limits hold against those that swell.
public final class SafeXml {

    private static final int MOST = 10_000_000;

    private SafeXml() {}

    /// Who is told of elements.
    public interface Visitor {

        /// An element begins.
        void begin(Element element);

        /// An element has ended.
        void end(String name);
    }

    /// An element that has just begun.
    public static final class Element {
        private final String file;
        private final XMLStreamReader reader;

        private Element(String file, XMLStreamReader reader) {
            this.file = file;
            this.reader = reader;
        }

        /// Its name.
        public String name() {
            return reader.getLocalName();
        }

        /// An attribute; empty where it has none of this name.
        public String text(String attribute) {
            String value = reader.getAttributeValue(null, attribute);
            return value == null ? "" : value;
        }

        /// An attribute as a number; 0 where it has none of this name.
        ///
        /// @throws BackbeatException when it is no number from 0 on
        public long number(String attribute) {
            String value = text(attribute).strip();
            if (value.isEmpty()) {
                return 0;
            }
            try {
                long number = Long.parseLong(value);
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw damaged(file, line(), "`%s` of `%s` is no number".formatted(attribute, name()))
                        .causedBy(e);
            }
            throw damaged(file, line(), "`%s` of `%s` is below 0".formatted(attribute, name()));
        }

        /// An attribute that counts lines, ways or the like, which files have no millions of.
        ///
        /// @throws BackbeatException when it is larger
        public int small(String attribute) {
            long number = number(attribute);
            if (number > MOST) {
                throw damaged(file, line(), "`%s` of `%s` is %d".formatted(attribute, name(), number));
            }
            return (int) number;
        }

        private int line() {
            return reader.getLocation().getLineNumber();
        }
    }

    /// Walks through a file.
    ///
    /// @throws BackbeatException `INPUT` with the line when it is not well-formed
    public static void walk(String name, byte[] content, Visitor visitor) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(content));
            try {
                walk(name, reader, visitor);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw damaged(name, line, "it is not well-formed XML, or ends too early")
                    .causedBy(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static void walk(String name, XMLStreamReader reader, Visitor visitor) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> visitor.begin(new Element(name, reader));
                case XMLStreamConstants.END_ELEMENT -> visitor.end(reader.getLocalName());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw damaged(name, reader.getLocation().getLineNumber(), "it refers to an entity");
                default -> {
                    // Text, comments and the document type say nothing of coverage.
                }
            }
        }
    }

    /// What is said of a report that can't be read.
    public static BackbeatException damaged(String name, int line, String what) {
        return BackbeatException.withHint(
                ErrorCode.INPUT,
                "`%s:%d` can't be read as a coverage report: %s".formatted(name, Math.max(1, line), what),
                "write the report again; LCOV, Istanbul JSON, JaCoCo XML and Cobertura XML are read");
    }
}
