package dev.headway.lifecycle.imports.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** The texts that cells refer to by number, each there once. */
record SharedTexts(List<String> texts) {

    static final SharedTexts NONE = new SharedTexts(List.of());

    /** Every cell of the largest upload with a text of its own. */
    private static final int MAX_TEXTS = 2_000_000;

    static SharedTexts read(InputStream part) throws IOException, XMLStreamException {
        try (var xml = XmlPart.of(part)) {
            var texts = new ArrayList<String>();
            while (xml.next(Set.of("si")) != null) {
                if (texts.size() == MAX_TEXTS) {
                    throw Malformed.tooLarge();
                }
                texts.add(runs(xml, "si"));
            }
            return new SharedTexts(texts);
        }
    }

    /** What is written in an element, in one run or many, without how it is pronounced. */
    static String runs(XmlPart xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        for (var run = xml.next(Set.of("t", "rPh"), element);
                run != null;
                run = xml.next(Set.of("t", "rPh"), element)) {
            var written = xml.text();
            text.append(run.equals("t") ? written : "");
        }
        return WrittenText.shown(text.toString());
    }

    String get(int number) {
        if (number < 0 || number >= texts.size()) {
            throw Malformed.workbook();
        }
        return texts.get(number);
    }
}
