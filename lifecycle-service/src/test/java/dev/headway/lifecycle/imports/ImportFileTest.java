package dev.headway.lifecycle.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headway.lifecycle.imports.ImportRow.Place;
import dev.headway.lifecycle.imports.uploads.UploadFormat;
import dev.headway.projections.http.Problem;
import dev.headway.projections.http.Problem.FieldError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What counts as a file of ours, and how everything else is refused. */
class ImportFileTest {

    private static final String HEADER = "externalKey,name,partnerName,partnerType,registeredAt\n";
    private static final String UNKNOWN =
            "is not a column of an import; remove it, or send ignoreUnknownColumns=true";
    private static final String ROW = "k1,Reef,Reef Ltd,TELCO,2024-01-01\n";

    @Test
    void a_byte_order_mark_blank_lines_and_either_line_end_are_fine() {
        var csv = "\uFEFF" + HEADER.strip() + "\r\n\r\n" + ROW.strip() + "\r\n\n\n";

        assertThat(rows(csv)).singleElement().isInstanceOf(ImportRow.Valid.class);
    }

    @Test
    void columns_come_in_any_order_and_values_in_quotes() {
        var row =
                rows("""
                                registeredAt,partnerType,name,externalKey,partnerName
                                2024-01-01 , TELCO,"Reef, ""the"" first
                                of its kind", k1 ,"Ⓡeef 株"
                                """)
                        .getFirst();

        var command = ((ImportRow.Valid) row).command();
        assertThat(command.externalKey()).isEqualTo("k1");
        assertThat(command.name()).isEqualTo("Reef, \"the\" first\nof its kind");
        assertThat(command.partnerName()).isEqualTo("Ⓡeef 株");
    }

    @Test
    void a_file_of_a_header_alone_has_no_rows() {
        assertThat(rows(HEADER)).isEmpty();
    }

    @Test
    void a_bad_row_does_not_spoil_its_neighbours() {
        assertThat(rows(HEADER + "k0,,,,\n" + ROW))
                .extracting(ImportRow::ofNewKey)
                .hasExactlyElementsOfTypes(ImportRow.Invalid.class, ImportRow.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF", "\uFEFF\r\n"})
    void an_empty_file_is_refused(String csv) {
        assertThat(refusal(csv)).isEqualTo("400 The file is empty; send a header and rows");
    }

    @Test
    void every_fault_of_a_header_is_reported() {
        var problem = problem("externalKey,Nome,partnerName,partnerName,registeredAt,,name;x\n");

        assertThat(problem.getBody().getProperties())
                .containsEntry(
                        "errors",
                        List.of(
                                new FieldError(
                                        "/partnerName",
                                        "is in the header twice; remove one of them"),
                                new FieldError("/Nome", UNKNOWN),
                                new FieldError("/name;x", UNKNOWN),
                                new FieldError("/name", "is missing in the header; add it"),
                                new FieldError(
                                        "/partnerType", "is missing in the header; add it")));
    }

    @Test
    void an_open_quote_is_refused() {
        assertThat(refusal(HEADER + ROW + "k2,\"Reef,Reef Ltd,TELCO,2024-01-01\n" + ROW))
                .isEqualTo(
                        "400 The row in line 3 is not well-formed CSV, as by a quote that is never"
                                + " closed; save it as CSV UTF-8");
    }

    @Test
    void an_open_quote_in_a_long_file_does_not_eat_the_rest_of_it() {
        assertThat(refusal(HEADER + "k2,\"" + ROW.repeat(100_000)))
                .isEqualTo(
                        "400 A row is longer than 65536 characters, as by a quote that is never closed; save it as CSV UTF-8");
    }

    @Test
    void text_behind_a_closing_quote_is_refused() {
        assertThat(refusal(HEADER + "k2,\"Reef\"x,Reef Ltd,TELCO,2024-01-01\n"))
                .startsWith("400 The row in line 2 is not well-formed CSV");
    }

    @Test
    void a_row_of_endless_columns_is_refused() {
        assertThat(refusal(HEADER + ",".repeat(5_000_000))).startsWith("400 A row is longer than");
        assertThat(refusal(",".repeat(5_000_000))).startsWith("400 A row is longer than");
    }

    @Test
    void a_nul_is_refused() {
        assertThat(refusal(HEADER + "k\0,Reef,Reef Ltd,TELCO,2024-01-01\n"))
                .isEqualTo(
                        "400 The file holds a NUL character, as UTF-16 without a mark does; save it as CSV"
                                + " UTF-8");
    }

    @Test
    void what_is_not_utf_8_and_has_no_mark_is_refused_and_not_guessed() {
        assertThat(refusal((HEADER + ROW).getBytes(UTF_16LE))).contains("UTF-16 without a mark");
        assertThat(refusal((HEADER + ROW).getBytes(UTF_16BE))).contains("UTF-16 without a mark");
        for (var other :
                List.of(
                        new byte[] {'a', (byte) 0xE9, 'b'},
                        new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                        bytes("\uFEFFk", UTF_16LE, 3))) {
            assertThat(refusal(other))
                    .isEqualTo(
                            "400 The file is neither in UTF-8 nor in UTF-16 with a mark; save it as"
                                    + " CSV UTF-8");
        }
        assertThat(refusal(bytes("\uFEFFk", UTF_32LE, 8)))
                .isEqualTo("400 The file is in UTF-32; save it as CSV UTF-8");
    }

    @Test
    void utf_16_is_read_where_a_mark_says_so() {
        for (var charset : List.of(UTF_16LE, UTF_16BE)) {
            var file = ("\uFEFF" + HEADER + ROW.replace("Reef,", "Rééf 株,")).getBytes(charset);
            var row = file(new ByteArrayInputStream(file), false).rows().getFirst();
            assertThat(((ImportRow.Valid) row).command().name()).isEqualTo("Rééf 株");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", ","})
    void the_separator_is_the_one_that_finds_our_columns(String separator) {
        var csv = (HEADER + ROW).replace(",", separator) + "k2" + separator + "\"A, b; c\"";

        assertThat(rows(csv))
                .hasExactlyElementsOfTypes(ImportRow.Valid.class, ImportRow.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", ","})
    void a_heading_may_be_broken_over_lines_whatever_separates_it(String separator) {
        var header = "\"External\nkey\",name,\"Partner\r\nname\",partnerType,registeredAt\n";
        var csv = "\n" + (header + ROW).replace(",", separator);

        assertThat(rows(csv)).hasOnlyElementsOfType(ImportRow.Valid.class);
        assertThat(rows(csv).getFirst().place()).isEqualTo(new Place(1, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "\"sep=;\"", "SEP=;", "\uFEFFsep=;"})
    void a_first_line_may_say_the_separator_and_is_a_line_of_the_file(String first) {
        var csv = first + "\r\n" + (HEADER + ROW).replace(",", ";");

        assertThat(rows(csv).getFirst().place()).isEqualTo(new Place(1, 3));
    }

    @Test
    void a_separator_that_nobody_uses_is_refused() {
        assertThat(refusal("sep=:\n" + HEADER))
                .isEqualTo(
                        "400 The first line says that ':' separates the values; save it as CSV"
                                + " UTF-8, with commas, semicolons, tabs or pipes");
    }

    @Test
    void a_header_is_known_in_any_case_with_spaces_underscores_and_dashes() {
        var header = "External Key, NAME ,partner_name,Partner-Type,\u200BRegistered\u00A0At\n";

        assertThat(rows(header + ROW)).hasOnlyElementsOfType(ImportRow.Valid.class);
    }

    @Test
    void empty_columns_at_the_end_and_rows_of_nothing_do_not_count() {
        var csv =
                ",,,,,\n"
                        + HEADER.strip()
                        + ",,\n"
                        + ",,,,,,\n"
                        + ROW
                        + " ,\u00A0,,,,,\n"
                        + ROW.replace("k1", "k2").strip()
                        + ",,";

        assertThat(rows(csv))
                .extracting(row -> row.externalKey() + " " + row.place().line())
                .containsExactly("k1 4", "k2 6");
        assertThat(rows(csv)).hasOnlyElementsOfType(ImportRow.Valid.class);
    }

    @Test
    void what_stands_under_no_heading_is_not_passed_over() {
        var header = "externalKey,name,,partnerName,partnerType,registeredAt\n";

        assertThat(rows(header + "k1,Reef,,Reef Ltd,TELCO,2024-01-01\n"))
                .hasOnlyElementsOfType(ImportRow.Valid.class);
        assertThat(rows(header + "k1,Reef,x,Reef Ltd,TELCO,2024-01-01\n"))
                .extracting(row -> ((ImportRow.Invalid) row).errors())
                .containsExactly(
                        List.of(new RowError(null, "has a value in a column without a heading")));
    }

    @Test
    void unknown_columns_are_passed_over_on_request_and_listed() {
        var csv =
                "Account owner,externalKey,name,partnerName,partnerType,registeredAt,Notes\n"
                        + "x,k1,Reef,Reef Ltd,TELCO,2024-01-01,\"y, z\"\n";

        var file = file(new ByteArrayInputStream(csv.getBytes(UTF_8)), true);

        assertThat(file.ignoredColumns()).containsExactly("Account owner", "Notes");
        assertThat(file.rows()).hasOnlyElementsOfType(ImportRow.Valid.class);
    }

    @Test
    void a_row_tells_the_line_in_which_it_begins() {
        var csv =
                HEADER
                        + "k1,\"Reef\nof two lines\",Reef Ltd,TELCO,2024-01-01\n\n"
                        + ROW.replace("k1", "k2");

        assertThat(rows(csv))
                .extracting(ImportRow::place)
                .containsExactly(new Place(1, 2), new Place(2, 5));
    }

    @Test
    void another_kind_of_file_is_refused_by_its_name() {
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0}))
                .startsWith("400 The file is a workbook or another zip, and not text; send");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .startsWith("400 The file is an old or a protected workbook; save it as .xlsx");
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7 x, is a PDF and not a table; save",
        "'\u0089PNG', is a picture and not a table; save",
        "'\u00ff\u00d8\u00ff\u00e0', is a picture and not a table; save",
        "GIF89a, is a picture and not a table; save",
        "'\u001f\u008b\b', is packed; unpack it",
        "{\\rtf1, is a document and not a table; save",
        "'  <!DOCTYPE html><html>', is HTML or XML and not CSV; open",
        "<?xml ?>, is HTML or XML and not CSV; open",
        "[{\"externalKey\":1}], is JSON and not CSV; send",
        "'external\u0001Key', is no table: its first row holds",
        "'externalKey\u0000', holds a NUL character",
    })
    void what_is_no_table_is_answered_in_one_sentence(String file, String sentence) {
        var refused = refusal(file.getBytes(ISO_8859_1));

        assertThat(refused).startsWith("400 The file " + sentence);
    }

    @Test
    void a_file_that_breaks_off_is_refused() {
        var broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(HEADER.getBytes(UTF_8)),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("reset");
                            }
                        });

        assertThat(refusal(() -> file(broken, false)))
                .isEqualTo("400 The file ended before it was complete; send it again");
    }

    @Test
    void too_many_rows_are_refused() {
        assertThat(refusal(HEADER + ROW.repeat(200_001)))
                .isEqualTo("413 The file has more than 200000 rows; split it");
    }

    @Test
    void too_long_a_file_is_refused() {
        var rows = ("k,\"" + "x".repeat(60_000) + "\"\n").repeat(200);
        var limited =
                new LimitedInputStream(
                        new ByteArrayInputStream((HEADER + rows).getBytes(UTF_8)),
                        DataSize.ofMegabytes(10));

        assertThat(refusal(() -> file(limited, false)))
                .isEqualTo("413 The file is longer than 10 MB; split it");
    }

    private static List<ImportRow> rows(String csv) {
        return file(new ByteArrayInputStream(csv.getBytes(UTF_8)), false).rows();
    }

    private static ImportFile file(InputStream body, boolean ignoreUnknown) {
        return ImportFile.read(
                body,
                new ImportFile.Reading(
                        UploadFormat.TEXT,
                        ignoreUnknown,
                        new ImportProperties(DataSize.ofMegabytes(10), 200_000, 1),
                        Instant.parse("2026-11-20T10:00:00Z")));
    }

    private static byte[] bytes(String text, Charset charset, int length) {
        return Arrays.copyOf(text.getBytes(charset), length);
    }

    private static Problem problem(String csv) {
        return catchThrowableOfType(Problem.class, () -> rows(csv));
    }

    private static String refusal(String csv) {
        return refusal(csv.getBytes(UTF_8));
    }

    private static String refusal(byte[] csv) {
        return refusal(() -> file(new ByteArrayInputStream(csv), false));
    }

    private static String refusal(Runnable reading) {
        var problem = catchThrowableOfType(Problem.class, reading::run);
        return problem.getStatusCode().value() + " " + problem.getBody().getDetail();
    }
}
