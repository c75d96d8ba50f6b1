package dev.headway.lifecycle.imports.xlsx;

import dev.headway.lifecycle.imports.xlsx.CellFormats.CellFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, one at a time; those with nothing in them are passed over. */
final class SheetReader implements AutoCloseable {

    /** As many columns as a spreadsheet has. */
    private static final int MAX_COLUMNS = 16_384;

    private static final Pattern MIDNIGHT = Pattern.compile("T00:00:00([.]0+)?$");

    /** The type of a formula that came to a text, which may be an empty one. */
    private static final String TEXT = "str";

    private final XmlPart xml;
    private final SharedTexts shared;
    private final CellFormats formats;
    private final CellText numbers;
    private int number;

    SheetReader(XmlPart xml, SharedTexts shared, CellFormats formats, CellText numbers) {
        this.xml = xml;
        this.shared = shared;
        this.formats = formats;
        this.numbers = numbers;
    }

    /** The next row with something in it; null behind the last one. */
    @Nullable SheetRow next() throws XMLStreamException {
        while (xml.next(Set.of("row")) != null) {
            number = xml.number("r", number + 1);
            var values = values();
            if (!values.isEmpty()) {
                return new SheetRow(number, values);
            }
        }
        return null;
    }

    private List<String> values() throws XMLStreamException {
        var values = new ArrayList<String>();
        var column = 0;
        while (xml.next(Set.of("c"), "row") != null) {
            column = column(xml.attribute("r"), column);
            var value = value();
            if (!value.isEmpty()) {
                while (values.size() < column) {
                    values.add("");
                }
                values.add(value);
            }
            column++;
        }
        return values;
    }

    /** The column of a reference as {@code AB7}, from 0; without one it is the next. */
    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return checked(next, next);
        }
        var column = 0;
        for (int i = 0; i < reference.length() && column <= MAX_COLUMNS; i++) {
            var letter = reference.charAt(i) - 'A';
            if (letter < 0 || letter > 'Z' - 'A') {
                break;
            }
            column = column * 26 + letter + 1;
        }
        return checked(column - 1, next);
    }

    private static int checked(int column, int next) {
        if (column < next || column >= MAX_COLUMNS) {
            throw Malformed.workbook();
        }
        return column;
    }

    private String value() throws XMLStreamException {
        var type = xml.attribute("t");
        var format = formats.of(xml.number("s", -1));
        var cell = xml.attribute("r");
        var value = "";
        var isFormula = false;
        var parts = Set.of("v", "is", "f");
        for (var part = xml.next(parts, "c"); part != null; part = xml.next(parts, "c")) {
            switch (part) {
                case "is" -> value = SharedTexts.runs(xml, "is");
                case "f" -> isFormula = true;
                default -> value = text(type, xml.text(), format);
            }
        }
        if (isFormula && value.isEmpty() && !TEXT.equals(type)) {
            throw Malformed.formula(cell == null ? "A cell in row " + number : cell);
        }
        return value;
    }

    private String text(@Nullable String type, String written, CellFormat format) {
        if (written.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> shared.get(Integer.parseInt(written.strip()));
            case "b" -> written.equals("1") ? "TRUE" : "FALSE";
            case "d" -> MIDNIGHT.matcher(written).replaceFirst("");
            case TEXT -> WrittenText.shown(written);
            case "n" -> numbers.number(written, format);
            case null -> numbers.number(written, format);
            default -> written;
        };
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
