package dev.headway.projections.querying.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvAnswerTest {

    private static final CsvColumns<List<?>> COLUMNS =
            CsvColumns.<List<?>>none().with("first", List::getFirst).with("last", List::getLast);

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "＝1", "＠x"})
    void what_a_spreadsheet_would_take_for_a_formula_is_text(String text) throws IOException {
        assertThat(lines(List.of(List.of(text, "b")))).contains("'" + text);
    }

    @Test
    void quotes_commas_and_lines_stay_in_their_cells() throws IOException {
        assertThat(lines(List.of(List.of("a \"b\", c", "d\ne"))))
                .isEqualTo("first,last\r\n\"a \"\"b\"\", c\",\"d\ne\"\r\n");
    }

    @Test
    void a_number_is_no_formula_and_a_list_is_one_cell() throws IOException {
        assertThat(lines(List.of(List.of(-5, List.of("A", "B")))))
                .isEqualTo("first,last\r\n-5,A; B\r\n");
        assertThat(lines(List.of(Arrays.asList(null, List.of("=A")))))
                .isEqualTo("first,last\r\n\"\",'=A\r\n");
    }

    @Test
    void all_pages_are_in_it_each_row_once() throws IOException {
        var rows = IntStream.range(0, 1_000).mapToObj(n -> List.of(n, n)).toList();

        assertThat(lines(rows).lines()).hasSize(1_001).doesNotHaveDuplicates();
    }

    @Test
    void a_list_of_none_is_a_line_of_names() throws IOException {
        assertThat(lines(List.of())).isEqualTo("first,last\r\n");
    }

    private static String lines(List<? extends List<?>> rows) throws IOException {
        var response = new MockHttpServletResponse();
        CsvAnswer.<List<?>>write(
                response,
                "list",
                COLUMNS,
                (last, limit) ->
                        List.copyOf(
                                rows.stream()
                                        .skip(last == null ? 0 : rows.indexOf(last) + 1L)
                                        .limit(limit)
                                        .toList()));
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        return response.getContentAsString();
    }
}
