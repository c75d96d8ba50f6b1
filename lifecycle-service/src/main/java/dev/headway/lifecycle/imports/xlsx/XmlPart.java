package dev.headway.lifecycle.imports.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One part of a workbook, read from its beginning to its end, element by element. Names are local
 * ones: strict and transitional workbooks differ in their namespaces alone. Has no DTD, so nothing
 * in it leads anywhere else or multiplies.
 */
final class XmlPart implements AutoCloseable {

    /** Twice what a cell may hold in a spreadsheet. */
    private static final int MAX_TEXT = 65_536;

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream bytes;
    private final XMLStreamReader xml;

    private XmlPart(InputStream bytes, XMLStreamReader xml) {
        this.bytes = bytes;
        this.xml = xml;
    }

    static XmlPart of(InputStream bytes) throws XMLStreamException {
        return new XmlPart(bytes, FACTORY.createXMLStreamReader(bytes));
    }

    /** Goes on to where the next of these elements begins; null when there is none any more. */
    @Nullable String next(Set<String> elements) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && elements.contains(xml.getLocalName())) {
                return xml.getLocalName();
            }
        }
        return null;
    }

    /** The same, no further than the end of the element {@code within}. */
    @Nullable String next(Set<String> elements, String within) throws XMLStreamException {
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && elements.contains(xml.getLocalName())) {
                return xml.getLocalName();
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(within)) {
                return null;
            }
        }
        return null;
    }

    /** An attribute of the element that has just begun, whatever its namespace. */
    @Nullable String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute that says yes: {@code 1} or {@code true}. */
    boolean says(String attribute) {
        var value = attribute(attribute);
        return "1".equals(value) || "true".equals(value);
    }

    /** A whole number of an attribute, or {@code otherwise} where it has none. */
    int number(String attribute, int otherwise) {
        var value = attribute(attribute);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** All text up to the end of the element that has just begun. */
    String text() throws XMLStreamException {
        var text = new StringBuilder();
        var depth = 1;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        append(text);
                default -> {
                    // comments say nothing
                }
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text) {
        if (text.length() + xml.getTextLength() > MAX_TEXT) {
            throw Malformed.tooLarge();
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
