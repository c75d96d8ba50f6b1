package dev.headway.projections.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthsTest {

    @ParameterizedTest
    @CsvSource({"P60D,60 days", "P1D,1 day", "PT0S,at once", "PT36H,36 hours", "PT48H,2 days"})
    void a_length_is_said_as_people_say_it(String iso, String said) {
        assertThat(Lengths.say(iso)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"PT90S", "-P1D", "soon", "''"})
    void what_is_no_whole_number_of_hours_stays_as_it_is(String text) {
        assertThat(Lengths.say(text)).isEqualTo(text);
        assertThat(Lengths.written(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "60 days,P60D",
        "60,P60D",
        " 1 Day ,P1D",
        "36 hours,PT36H",
        "at once,PT0S",
        "P60D,P60D"
    })
    void what_people_type_is_written_as_the_api_takes_it(String typed, String iso) {
        assertThat(Lengths.written(typed)).isEqualTo(iso);
    }
}
