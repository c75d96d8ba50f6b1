package dev.headway.projections.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is wrong with a field is said in a sentence, and days as pages write them. */
class FaultsTest {

    @Test
    void beside_its_field_it_is_a_sentence_of_its_own() {
        assertThat(Words.fault("lies in the future")).isEqualTo("It lies in the future.");
        assertThat(Words.fault("lies before the previous move, 2023-07-25T00:00:00Z"))
                .isEqualTo("It lies before the previous move, 25 Jul 2023.");
        assertThat(Words.fault("no such day")).isEqualTo("No such day.");
        assertThat(Words.fault("'x' is neither.")).isEqualTo("'x' is neither.");
    }

    @Test
    void a_day_in_a_sentence_of_ours_is_written_as_pages_write_days() {
        assertThat(Words.dated("Nothing has moved it since 2018-05-15"))
                .isEqualTo("Nothing has moved it since 15 May 2018");
        assertThat(Words.sentence("Report of 2018-05-15")).isEqualTo("Report of 2018-05-15");
    }

    @Test
    void away_from_its_field_it_names_it() {
        assertThat(Words.fault("/effectiveAt", "lies in the future"))
                .isEqualTo("Effective at lies in the future.");
        assertThat(Words.fault("/bends/0", "no such bend")).isEqualTo("Bends: no such bend.");
        assertThat(Words.fault("", "must not be empty")).isEqualTo("It must not be empty.");
    }
}
