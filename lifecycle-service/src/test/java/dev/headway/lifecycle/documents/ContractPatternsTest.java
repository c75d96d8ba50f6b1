package dev.headway.lifecycle.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.policy.Thresholds;
import dev.headway.contracts.written.DayOrInstant;
import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.OpenApiContract;
import java.time.DateTimeException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract says of texts, times and durations is what the service takes. */
class ContractPatternsTest {

    private static final OpenApiContract contract = OpenApiContract.ofHeadway();

    @ParameterizedTest
    @ValueSource(strings = {"Line", "Prose"})
    void a_required_text_has_something_to_see(String schema) {
        var pattern = pattern(schema);

        assertThat(
                        IntStream.range(0, Character.MAX_VALUE)
                                .filter(point -> point < 0xD800 || point > 0xDFFF)
                                .filter(point -> !Character.isISOControl(point))
                                .filter(
                                        point ->
                                                pattern.matcher(Character.toString(point)).find()
                                                        != Text.isVisible(
                                                                Character.toString(point)))
                                .mapToObj(Integer::toHexString))
                .isEmpty();
        assertThat("\u00a0 \u200b a \u2800").matches(pattern);
        assertThat("\u00a0\n\u200b\t\u2800").doesNotMatch(pattern);
        assertThat("a\u0007").doesNotMatch(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31",
                "1900-01-01",
                "1899-12-31",
                "0001-01-01",
                "2026-01-31T09:30Z",
                "2026-01-31T09:30:00.5+01:00",
                "2026-01-31T09:30:00.Z",
                "2026-01-31t09:30:00z",
                "2026-01-31T09:30:00",
                "31.1.2026"
            })
    void a_time_that_the_contract_does_not_know_is_refused(String text) {
        assertThat(isTime(text)).isEqualTo(pattern("DayOrInstant").matcher(text).find());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P60D",
                "PT1.5S",
                "PT1.S",
                "PT.5S",
                "P",
                "PT",
                "P1DT",
                "p1d",
                "P1W",
                "PT1H2M3S"
            })
    void a_threshold_that_the_contract_does_not_know_is_refused(String text) {
        assertThat(Thresholds.isThreshold(text))
                .isEqualTo(pattern("Duration").matcher(text).find());
    }

    private static boolean isTime(String text) {
        try {
            DayOrInstant.parse(text);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static Pattern pattern(String schema) {
        return Pattern.compile(
                contract.at("/components/schemas/" + schema + "/pattern").asString());
    }
}
