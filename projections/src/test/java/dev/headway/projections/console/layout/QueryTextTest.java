package dev.headway.projections.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an address says is read as it was meant, and nothing in it breaks a page. */
class QueryTextTest {

    @Test
    void what_is_written_is_read_again() {
        var asked = Map.of("q", List.of("a&b=c d+e %zz <>"), "stage", List.of("PILOT", "LAUNCH"));

        assertThat(QueryText.parse(QueryText.of(asked))).isEqualTo(asked);
    }

    @Test
    void nonsense_is_text() {
        assertThat(QueryText.parse("q=%zz&x&=y").getFirst("q")).isEqualTo("%zz");
        assertThat(QueryText.parse("")).isEmpty();
    }
}
