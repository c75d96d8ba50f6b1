package dev.headway.lifecycle.imports;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.Problem.FieldError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What counts as a file of ours, and how everything else is refused. */
class CsvUploadTest {

    private static final String HEADER = "externalKey,name,partnerName,partnerType,registeredAt\n";
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
                .hasExactlyElementsOfTypes(ImportRow.Invalid.class, ImportRow.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF", "\uFEFF\r\n"})
    void an_empty_file_is_refused(String csv) {
        assertThat(refusal(csv)).isEqualTo("400 The file is empty");
    }

    @Test
    void every_fault_of_a_header_is_reported() {
        var problem = problem("externalKey,Name,partnerName,partnerName,registeredAt,,name;x\n");

        assertThat(problem.getBody().getProperties())
                .containsEntry(
                        "errors",
                        List.of(
                                new FieldError("/Name", "is not a column of an import"),
                                new FieldError("/partnerName", "is in the header twice"),
                                new FieldError("/", "is not a column of an import"),
                                new FieldError("/name;x", "is not a column of an import"),
                                new FieldError("/name", "is missing in the header"),
                                new FieldError("/partnerType", "is missing in the header")));
    }

    @Test
    void an_open_quote_is_refused() {
        assertThat(refusal(HEADER + ROW + "k2,\"Reef,Reef Ltd,TELCO,2024-01-01\n" + ROW))
                .startsWith("400 The file is not well-formed CSV");
    }

    @Test
    void an_open_quote_in_a_long_file_does_not_eat_the_rest_of_it() {
        assertThat(refusal(HEADER + "k2,\"" + ROW.repeat(100_000)))
                .isEqualTo("400 A row is longer than 65536 characters; is a quote left open?");
    }

    @Test
    void text_behind_a_closing_quote_is_refused() {
        assertThat(refusal(HEADER + "k2,\"Reef\"x,Reef Ltd,TELCO,2024-01-01\n"))
                .startsWith("400 The file is not well-formed CSV");
    }

    @Test
    void a_row_of_endless_columns_is_refused() {
        assertThat(refusal(HEADER + ",".repeat(5_000_000))).startsWith("400 A row is longer than");
        assertThat(refusal(",".repeat(5_000_000))).startsWith("400 A row is longer than");
    }

    @Test
    void a_nul_is_refused() {
        assertThat(refusal(HEADER + "k\0,Reef,Reef Ltd,TELCO,2024-01-01\n"))
                .isEqualTo("400 The file holds a NUL character; is it text?");
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        assertThat(refusal((HEADER + ROW).getBytes(UTF_16)))
                .isEqualTo("400 The file is not in UTF-8");
        assertThat(refusal(new byte[] {'a', (byte) 0xE9, 'b'}))
                .isEqualTo("400 The file is not in UTF-8");
        assertThat(refusal(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .isEqualTo("400 The file is not in UTF-8");
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

        assertThat(refusal(() -> file(broken).rows()))
                .isEqualTo("400 The file ended before it was complete");
    }

    @Test
    void too_many_rows_are_refused() {
        assertThat(refusal(HEADER + ROW.repeat(200_001)))
                .isEqualTo("413 The file has more than 200000 rows; split it");
    }

    @Test
    void too_long_a_file_is_refused() {
        assertThat(refusal(HEADER + ("k,\"" + "x".repeat(60_000) + "\"\n").repeat(200)))
                .isEqualTo("413 The file is longer than 10 MB; split it");
    }

    private static List<ImportRow> rows(String csv) {
        return file(new ByteArrayInputStream(csv.getBytes(UTF_8))).rows();
    }

    private static CsvUpload file(InputStream body) {
        return new CsvUpload(
                body,
                new ImportProperties(DataSize.ofMegabytes(10), 200_000, 1),
                Instant.parse("2026-11-20T10:00:00Z"));
    }

    private static Problem problem(String csv) {
        return catchThrowableOfType(Problem.class, () -> rows(csv));
    }

    private static String refusal(String csv) {
        return refusal(csv.getBytes(UTF_8));
    }

    private static String refusal(byte[] csv) {
        return refusal(() -> file(new ByteArrayInputStream(csv)).rows());
    }

    private static String refusal(Runnable reading) {
        var problem = catchThrowableOfType(Problem.class, reading::run);
        return problem.getStatusCode().value() + " " + problem.getBody().getDetail();
    }
}
