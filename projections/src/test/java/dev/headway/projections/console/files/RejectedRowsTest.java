package dev.headway.projections.console.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.console.files.RejectedRows.RejectedRow;
import org.junit.jupiter.api.Test;

/** The file of rejected rows is read as it was written, whatever people wrote in it. */
class RejectedRowsTest {

    private static final String HEADER = "\ufeffline,row,externalKey,errors\r\n";

    @Test
    void quotes_commas_and_line_breaks_are_text() {
        var csv = HEADER + "3,2,\"a,\"\"b\"\"\",\"first\r\nsecond\"\r\n4,3,plain,why\r\n";

        assertThat(RejectedRows.first(10, csv))
                .containsExactly(
                        new RejectedRow("3", "a,\"b\"", "first\r\nsecond"),
                        new RejectedRow("4", "plain", "why"));
    }

    @Test
    void no_more_are_read_than_are_shown() {
        var csv = HEADER + "2,1,a,x\r\n3,2,b,x\r\n4,3,c,x\r\n";

        assertThat(RejectedRows.first(2, csv))
                .extracting(RejectedRow::key)
                .containsExactly("a", "b");
    }

    @Test
    void what_ends_too_soon_ends() {
        assertThat(RejectedRows.first(10, "")).isEmpty();
        assertThat(RejectedRows.first(10, HEADER)).isEmpty();
        assertThat(RejectedRows.first(10, HEADER + "2,1,a,\"open"))
                .containsExactly(new RejectedRow("2", "a", "open"));
    }
}
