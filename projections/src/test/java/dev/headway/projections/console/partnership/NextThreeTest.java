package dev.headway.projections.console.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.console.api.ApiObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The page calls secured what a gate does. */
class NextThreeTest {

    private static final String TODAY = "2026-02-10T00:00:00Z";
    private static final String YESTERDAY = "2026-02-09T00:00:00Z";

    @Test
    void a_step_of_yesterday_secures_nothing_and_one_of_today_does() {
        var three = next(2, step("OURS", YESTERDAY), step("OURS", TODAY), step("PARTNER", TODAY));

        assertThat(three.said()).isEqualTo("2 of 3 secured, 1 overdue");
        assertThat(three.isSecured()).isFalse();
    }

    @Test
    void a_day_is_over_where_people_work_and_not_at_midnight_of_utc() {
        var steps = "[%s, %s]".formatted(step("OURS", YESTERDAY), step("PARTNER", TODAY));
        var plan =
                JsonMapper.shared().readTree("{\"ahead\": 2, \"of\": 3, \"open\": " + steps + "}");
        var lateThere = Instant.parse("2026-02-10T03:00:00Z");

        assertThat(
                        new NextThree(new ApiObject(plan), lateThere, ZoneId.of("America/New_York"))
                                .said())
                .isEqualTo("2 of 3 secured");
    }

    @Test
    void three_on_one_side_are_not_secured() {
        var three = next(3, step("OURS", TODAY), step("OURS", TODAY), step("OURS", TODAY));

        assertThat(three.said()).isEqualTo("3 planned, none of theirs");
        assertThat(three.missing()).isEqualTo("One of theirs is missing.");
        assertThat(three.isSecured()).isFalse();
    }

    @Test
    void a_step_of_theirs_that_is_overdue_is_said_to_secure_nothing() {
        var ours = step("OURS", TODAY);
        var three = next(3, step("PARTNER", YESTERDAY), ours, ours, ours);

        assertThat(three.said()).isEqualTo("4 planned, none of theirs in time, 1 overdue");
        assertThat(three.missing())
                .isEqualTo("One of theirs is missing; what is overdue secures nothing.");
    }

    @Test
    void what_is_missing_is_counted_and_of_a_side_where_one_has_none() {
        assertThat(next(0).missing()).isEqualTo("Nobody owes a step yet.");
        assertThat(next(1, step("OURS", TODAY)).missing())
                .isEqualTo("2 are missing, one of theirs among them.");
        assertThat(next(2, step("OURS", TODAY), step("PARTNER", TODAY)).missing())
                .isEqualTo("One is missing.");
    }

    @Test
    void as_many_are_planned_as_are_listed() {
        var ours = step("OURS", TODAY);

        assertThat(next(3, step("OURS", YESTERDAY), ours, ours, ours).said())
                .isEqualTo("4 planned, none of theirs, 1 overdue");
        assertThat(next(4, ours, ours, ours, ours).said()).isEqualTo("4 planned, none of theirs");
    }

    @Test
    void only_a_later_day_puts_a_step_off() {
        var plan =
                """
                {"slips": [{"from": "2026-11-01T00:00:00Z", "to": "2026-10-01T00:00:00Z"},
                           {"from": "2026-10-01T00:00:00Z", "to": "2026-10-02T00:00:00Z"}]}
                """;

        assertThat(three(plan).putOff()).isOne();
    }

    @Test
    void three_on_both_sides_are_secured() {
        var three = next(3, step("OURS", TODAY), step("PARTNER", TODAY), step("OURS", TODAY));

        assertThat(three.said()).isEqualTo("3 of 3 secured");
        assertThat(three.missing()).isEmpty();
        assertThat(three.isSecured()).isTrue();
    }

    private static NextThree next(int ahead, String... open) {
        var steps = Arrays.stream(open).collect(Collectors.joining(", "));
        var plan = "{\"ahead\": %d, \"of\": 3, \"open\": [%s]}".formatted(ahead, steps);
        return three(plan);
    }

    private static NextThree three(String plan) {
        return new NextThree(
                new ApiObject(JsonMapper.shared().readTree(plan)),
                Instant.parse("2026-02-10T14:00:00Z"),
                ZoneOffset.UTC);
    }

    private static String step(String side, String dueOn) {
        return "{\"side\": \"%s\", \"dueOn\": \"%s\"}".formatted(side, dueOn);
    }
}
