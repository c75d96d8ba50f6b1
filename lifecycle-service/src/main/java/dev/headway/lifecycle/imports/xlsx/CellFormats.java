package dev.headway.lifecycle.imports.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * How numbers are shown, by the style of their cell.
 *
 * @param byStyle one for each style, in the order of the workbook
 */
record CellFormats(List<CellFormat> byStyle) {

    static final CellFormats NONE = new CellFormats(List.of());

    /** Those that every spreadsheet knows without being told (ECMA-376, 18.8.30). */
    private static final Set<Integer> BUILT_IN_DATES = builtInDates();

    /** What says nothing of a date: quoted and escaped text, colours and conditions. */
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]");

    private static final Pattern DATE = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ZEROS = Pattern.compile("0{2,100}");

    /** How a number is shown. */
    sealed interface CellFormat {

        /** As digits. */
        record Plain() implements CellFormat {}

        /** With zeros in front, as many digits at least. */
        record Padded(int digits) implements CellFormat {}

        /** As a day, a time, or both. */
        record Calendar() implements CellFormat {}
    }

    private static final CellFormat PLAIN = new CellFormat.Plain();
    private static final CellFormat CALENDAR = new CellFormat.Calendar();

    static CellFormats read(InputStream part) throws IOException, XMLStreamException {
        try (var xml = XmlPart.of(part)) {
            var codes = new HashMap<Integer, String>();
            var formats = new ArrayList<CellFormat>();
            var elements = Set.of("numFmt", "cellXfs");
            for (var element = xml.next(elements); element != null; element = xml.next(elements)) {
                if (element.equals("numFmt")) {
                    codes.put(
                            xml.number("numFmtId", -1),
                            String.valueOf(xml.attribute("formatCode")));
                } else {
                    while (xml.next(Set.of("xf"), "cellXfs") != null) {
                        formats.add(format(xml.number("numFmtId", 0), codes));
                    }
                }
            }
            return new CellFormats(formats);
        }
    }

    CellFormat of(int style) {
        return style < 0 || style >= byStyle.size() ? PLAIN : byStyle.get(style);
    }

    private static CellFormat format(int id, Map<Integer, String> codes) {
        return BUILT_IN_DATES.contains(id) ? CALENDAR : format(codes.get(id));
    }

    static CellFormat format(@Nullable String code) {
        if (code == null) {
            return PLAIN;
        }
        var shown = LITERAL.matcher(code).replaceAll("");
        if (ZEROS.matcher(shown).matches()) {
            return new CellFormat.Padded(shown.length());
        }
        return DATE.matcher(shown).find() ? CALENDAR : PLAIN;
    }

    private static Set<Integer> builtInDates() {
        var ids = new HashSet<Integer>();
        for (var range : new int[][] {{14, 22}, {27, 36}, {45, 47}, {50, 58}}) {
            for (int id = range[0]; id <= range[1]; id++) {
                ids.add(id);
            }
        }
        return Set.copyOf(ids);
    }
}
