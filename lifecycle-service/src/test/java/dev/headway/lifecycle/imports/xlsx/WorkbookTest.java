package dev.headway.lifecycle.imports.xlsx;

import static dev.headway.lifecycle.imports.xlsx.SampleWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headway.projections.http.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cells say, and how a file that means harm, or none of this, is refused. */
class WorkbookTest {

    private static final long MAX_BYTES = 4_000_000;
    private static final String UNSOUND =
            "400 The file is not a sound .xlsx workbook; save it as .xlsx again, or as CSV UTF-8";

    @TempDir Path folder;

    @Test
    void texts_stand_in_cells_or_are_shared_in_runs_without_how_they_are_pronounced()
            throws IOException {
        var workbook =
                new SampleWorkbook()
                        .sharedTexts(
                                "<si><t>Reef_x005F_x0041_</t></si>",
                                "<si><r><t>Reef </t></r><r><rPr/><t xml:space=\"preserve\"> Ltd</t></r>"
                                        + "<rPh><t>ri-fu</t></rPh></si>")
                        .sheet(
                                "Sheet1",
                                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                                        + text("C1", "A &amp; B")
                                        + "<c r=\"D1\" t=\"str\"><f>A1</f><v>Reef</v></c></row>");

        assertThat(rows(workbook))
                .containsExactly(
                        new SheetRow(1, List.of("Reef_x0041_", "Reef  Ltd", "A & B", "Reef")));
    }

    @Test
    void a_cell_stands_where_its_reference_says_and_rows_of_nothing_are_passed_over()
            throws IOException {
        var workbook =
                new SampleWorkbook()
                        .sheet(
                                "Sheet1",
                                "<row r=\"2\">"
                                        + text("B2", "b")
                                        + "<c r=\"D2\" s=\"1\"/></row>"
                                        + "<row r=\"3\"><c r=\"A3\"/></row>"
                                        + "<row>"
                                        + text("AA4", "aa")
                                        + "</row>"
                                        + "<row r=\"9\"><c><v>1</v></c><c><v>2</v></c></row>");

        var rows = rows(workbook);

        assertThat(rows).extracting(SheetRow::number).containsExactly(2, 4, 9);
        assertThat(rows.get(0).values()).containsExactly("", "b");
        assertThat(rows.get(1).values()).hasSize(27).endsWith("aa");
        assertThat(rows.get(2).values()).containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 12345, 12345",
        "0, 4.0999999999999996, 4.1",
        "0, 1E+15, 1000000000000000",
        "0, 45322, 45322",
        "0, 12345678901234567, 12345678901234567",
        "0, -0012, -12",
        "1, 45322.999999999, 2024-02-01",
        "1, 45322.000000001, 2024-01-31",
        "1, 45322, 2024-01-31",
        "5, 45322, 2024-01-31",
        "1, 45322.395833333336, 2024-01-31T09:30",
        "2, 45322.395833333336, 2024-01-31T09:30",
        "2, 45322, 2024-01-31",
        "1, 2958465, 9999-12-31",
        "1, 2958466, 2958466",
        "1, 61, 1900-03-01",
        "1, 60, 60",
        "1, 0, 1900-01-00",
        "0, 0, 0",
        "1, -1, -1",
        "3, 0.5, 0.5",
        "4, 42, 00042",
        "4, 123456, 123456",
        "4, 1.5, 1.5",
    })
    void a_number_is_what_its_style_shows(int style, String written, String shown)
            throws IOException {
        assertThat(value("<c r=\"A1\" s=\"%d\"><v>%s</v></c>".formatted(style, written)))
                .isEqualTo(shown);
    }

    @Test
    void days_may_be_counted_from_1904() throws IOException {
        var workbook =
                new SampleWorkbook()
                        .from1904()
                        .sheet("Sheet1", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>43860</v></c></row>");

        assertThat(rows(workbook).getFirst().values()).containsExactly("2024-01-31");
    }

    @ParameterizedTest
    @CsvSource({
        "b, 1, TRUE",
        "b, 0, FALSE",
        "e, #N/A, #N/A",
        "d, 2024-01-31T00:00:00, 2024-01-31",
        "d, 2024-01-31T00:00:00.000, 2024-01-31",
        "d, 2024-01-31T00:00:00Z, 2024-01-31T00:00:00Z",
        "str, A_x0042_C, ABC",
        "d, 2024-01-31T09:30:00, 2024-01-31T09:30:00",
    })
    void other_cells_are_the_words_that_are_shown(String type, String written, String shown)
            throws IOException {
        assertThat(value("<c r=\"A1\" t=\"%s\"><v>%s</v></c>".formatted(type, written)))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"A1\"><f>B1</f></c>",
                "<c r=\"A1\"><f>B1</f><v></v></c>",
                "<c r=\"A1\" s=\"1\"><f>TODAY()</f><v/></c>"
            })
    void a_formula_without_its_value_is_refused_and_not_taken_for_a_blank(String cell) {
        assertThat(refusal(new SampleWorkbook().sheet("Sheet1", row(cell)).bytes()))
                .isEqualTo(
                        "400 A1 is a formula whose value is not in the file; open it in a"
                                + " spreadsheet and save it again, or save it as CSV UTF-8");
    }

    @Test
    void a_formula_may_come_to_an_empty_text() throws IOException {
        var cells = "<c r=\"A1\" t=\"str\"><f>B1</f><v></v></c>" + text("B1", "b");

        assertThat(rows(new SampleWorkbook().sheet("Sheet1", row(cells))).getFirst().values())
                .containsExactly("", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    General          | false
                    0.00%            | false
                    #,##0 "days"     | false
                    [Red]0           | false
                    0\\d             | false
                    yyyy-mm-dd       | true
                    d/m/yy h:mm      | true
                    [h]:mm           | true
                    [$-409]mmm-yy    | true
                    """)
    void a_format_shows_a_date_where_it_says_so_outside_of_literals(String code, boolean isDate) {
        assertThat(CellFormats.format(code) instanceof CellFormats.CellFormat.Calendar)
                .isEqualTo(isDate);
    }

    @Test
    void the_sheet_that_is_read_is_the_one_with_something_in_it() throws IOException {
        var row = "<row r=\"1\">" + text("A1", "here") + "</row>";
        var workbook =
                new SampleWorkbook()
                        .sheet("Empty", "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>")
                        .hiddenSheet("Lists", row.replace("here", "there"))
                        .sheet("Partnerships", row);

        assertThat(rows(workbook).getFirst().values()).containsExactly("here");
        assertThat(refusal(new SampleWorkbook().sheet("2024", row).sheet("2025", row).bytes()))
                .isEqualTo(
                        "400 More than one sheet has rows: 2024, 2025; keep one and save it again, or"
                                + " save it as CSV UTF-8");
        assertThat(refusal(new SampleWorkbook().sheet("Sheet1", "").bytes()))
                .isEqualTo("400 The workbook is empty; send a header and rows");
        assertThat(
                        refusal(
                                new SampleWorkbook()
                                        .sheet("Sheet1", "")
                                        .hiddenSheet("Partnerships", row)
                                        .bytes()))
                .isEqualTo(
                        "400 No sheet that is shown has rows; show the sheet that has them, and save"
                                + " it again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"A1\" t=\"s\"><v>7</v></c>",
                "<c r=\"A1\" t=\"s\"><v>-1</v></c>",
                "<c r=\"A1\" t=\"s\"><v>one</v></c>",
                "<c r=\"A1\"><v>one</v></c>",
                "<c r=\"A1\"><v>NaN</v></c>",
                "<c r=\"A1\" s=\"x\"><v>1</v></c>",
                "<c r=\"ZZZZZZZZ1\"><v>1</v></c>",
                "<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>",
                "<c r=\"1\"><v>1</v></c>",
                "<c r=\"A1\"><v>1</c>",
                "<c r=\"A1\"><v>&lol;</v></c>"
            })
    void a_cell_that_cannot_be_is_refused(String cell) {
        assertThat(refusal(new SampleWorkbook().sheet("Sheet1", row(cell)).bytes()))
                .isEqualTo(UNSOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_rels/.rels",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/styles.xml",
                "xl/worksheets/sheet2.xml"
            })
    void a_part_that_is_no_xml_is_refused(String part) {
        var workbook =
                new SampleWorkbook().sheet("Sheet1", row("<c><v>1</v></c>")).with(part, "<a");

        assertThat(refusal(workbook.bytes())).isEqualTo(UNSOUND);
    }

    @Test
    void what_is_no_zip_or_breaks_off_is_refused() {
        var bytes = new SampleWorkbook().sheet("Sheet1", row("<c><v>1</v></c>")).bytes();

        assertThat(refusal(new byte[0])).isEqualTo(UNSOUND);
        assertThat(refusal("externalKey,name\n".getBytes())).isEqualTo(UNSOUND);
        assertThat(refusal(java.util.Arrays.copyOf(bytes, bytes.length / 2))).isEqualTo(UNSOUND);
    }

    @Test
    void a_document_that_is_made_as_workbooks_are_is_no_workbook() {
        var document =
                new SampleWorkbook()
                        .sheet("Sheet1", row("<c><v>1</v></c>"))
                        .with("xl/workbook.xml", "<document><body><p>Text</p></body></document>");

        assertThat(refusal(document.bytes())).isEqualTo(UNSOUND);
    }

    @Test
    void nothing_in_a_document_type_multiplies_or_leads_elsewhere() {
        var bomb =
                """
                <!DOCTYPE x [<!ENTITY a "%s"><!ENTITY b "%s"><!ENTITY f SYSTEM "file:///etc/hostname">]>
                <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&%s;</t></is></c></row></sheetData></worksheet>"""
                        .formatted("a".repeat(10_000), "&a;".repeat(10_000), "%s");
        for (var entity : List.of("b", "f")) {
            var workbook =
                    new SampleWorkbook()
                            .sheet("Sheet1", "")
                            .with("xl/worksheets/sheet2.xml", bomb.formatted(entity));
            assertThat(refusal(workbook.bytes())).isEqualTo(UNSOUND);
        }
    }

    @Test
    void what_unpacks_to_too_much_is_refused_before_it_does() {
        var sheet =
                new SampleWorkbook()
                        .sheet("Sheet1", row("<c><v>1</v></c>").repeat(200_000))
                        .bytes();
        var texts =
                new SampleWorkbook()
                        .sharedTexts("<si><t>" + "a".repeat(5_000_000) + "</t></si>")
                        .sheet("Sheet1", row("<c><v>1</v></c>"))
                        .bytes();

        assertThat(sheet.length + texts.length).isLessThan(200_000);
        for (var bomb : List.of(sheet, texts)) {
            assertThat(refusal(bomb))
                    .startsWith("413 The workbook unpacks to more than one upload may bring");
        }
    }

    private static String row(String cells) {
        return "<row>" + cells + "</row>";
    }

    private String value(String cell) throws IOException {
        var workbook = new SampleWorkbook().sheet("Sheet1", "<row r=\"1\">" + cell + "</row>");
        return rows(workbook).getFirst().values().getFirst();
    }

    private List<SheetRow> rows(SampleWorkbook workbook) throws IOException {
        return read(workbook.bytes());
    }

    private List<SheetRow> read(byte[] bytes) throws IOException {
        var rows = new ArrayList<SheetRow>();
        try (var workbook = Workbook.open(file(bytes), MAX_BYTES)) {
            for (var row = workbook.next(); row.isPresent(); row = workbook.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private String refusal(byte[] bytes) {
        var problem = catchThrowableOfType(Problem.class, () -> read(bytes));
        return problem.getStatusCode().value() + " " + problem.getBody().getDetail();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("sample.xlsx"), bytes);
    }
}
