package dev.headway.lifecycle.imports.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook as spreadsheets write it, part by part, of which a test says what is special. */
public final class SampleWorkbook {

    private static final String MAIN =
            "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String RELATIONSHIPS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private String properties = "";
    private int count;

    /**
     * Styles 0 to 5: general, a day, a day and a time, percent, five digits, a format in German.
     */
    public SampleWorkbook() {
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"%sofficeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                        .formatted(RELATIONSHIPS));
        part(
                "styles",
                """
                <styleSheet %s><numFmts count="2"><numFmt numFmtId="164" formatCode="00000"/>
                <numFmt numFmtId="165" formatCode="[$-407]dd\\. mmmm\\ yyyy;@"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"""
                        .formatted(MAIN));
    }

    public SampleWorkbook from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** A sheet of rows, as {@code <row r="1"><c r="A1"><v>1</v></c></row>}. */
    public SampleWorkbook sheet(String name, String rows) {
        return sheet(name, "", rows);
    }

    public SampleWorkbook hiddenSheet(String name, String rows) {
        return sheet(name, " state=\"hidden\"", rows);
    }

    public SampleWorkbook sharedTexts(String... items) {
        part("sharedStrings", "<sst %s>%s</sst>".formatted(MAIN, String.join("", items)));
        return this;
    }

    /** Another part in the place of what is there. */
    public SampleWorkbook with(String name, String content) {
        parts.put(name, content);
        return this;
    }

    /** A cell with text in it, beside its row. */
    public static String text(String reference, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, text);
    }

    public byte[] bytes() {
        parts.putIfAbsent(
                "xl/workbook.xml",
                "<workbook %s>%s<sheets>%s</sheets></workbook>"
                        .formatted(MAIN, properties, sheets));
        parts.putIfAbsent(
                "xl/_rels/workbook.xml.rels", "<Relationships>%s</Relationships>".formatted(links));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private SampleWorkbook sheet(String name, String state, String rows) {
        var part = "worksheets/sheet" + (count + 1);
        sheets.append(
                "<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>"
                        .formatted(name, count + 1, state, count + 1));
        links.append(link("worksheet", part));
        parts.put(
                "xl/" + part + ".xml",
                "<worksheet %s><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
        return this;
    }

    private void part(String type, String content) {
        links.append(link(type, type));
        parts.put("xl/" + type + ".xml", content);
    }

    private String link(String type, String part) {
        count++;
        return "<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"%s.xml\"/>"
                .formatted(count, RELATIONSHIPS + type, part);
    }
}
