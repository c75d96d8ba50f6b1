package dev.headway.projections.questions.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.questions.carriers.CarriedBy.Person;
import dev.headway.projections.questions.portfolio.PortfolioSeats.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fewest people who carry 80 % of what moved a partnership in 90 days. */
class CarriedByTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final List<CarriedMotion> moves = new ArrayList<>();

    @Test
    void nobody_carries_what_does_not_move() {
        var carried = carried();

        assertThat(carried.motions()).isZero();
        assertThat(carried.fewest()).isZero();
        assertThat(carried.firstShare()).isNull();
        assertThat(carried.people()).isEmpty();
    }

    @Test
    void eighty_percent_are_enough_and_less_is_not() {
        moved("ada", 8);
        moved("mia", 2);
        assertThat(carried().fewest()).isOne();
        assertThat(carried().firstShare()).isEqualByComparingTo("0.8");

        moved("kai", 1);
        assertThat(carried().fewest()).isEqualTo(2);
        assertThat(carried().firstShare()).isEqualByComparingTo("0.7273");
        assertThat(carried().people())
                .extracting(Person::name)
                .containsExactly("ada", "mia", "kai");
    }

    @Test
    void five_motions_at_least_say_who_carries_it_alone() {
        moved("ada", 4);
        assertThat(carried().fallsWithOne()).isFalse();
        moved("ada", 1);
        assertThat(carried().fallsWithOne()).isTrue();
    }

    @Test
    void motion_counts_for_ninety_days_and_not_before_it_happens() {
        move("ada", NOW.minus(Duration.ofDays(90)));
        move("ada", NOW.minus(Duration.ofDays(90)).plusNanos(1));
        move("ada", NOW);
        move("ada", NOW.plusNanos(1));

        assertThat(carried().motions()).isEqualTo(2);
    }

    @Test
    void each_is_shown_with_their_seats_and_whoever_only_holds_one_comes_last() {
        moved("ada", 1);
        var seats =
                Map.of(
                        "SUPPORT", new Holder("Ada Brook", "ada", "OURS"),
                        "DELIVERY", new Holder("Ada Brook", "ada", "OURS"),
                        "ESCALATION", new Holder("Jon", null, "PARTNER"));

        var people = CarriedBy.of(moves, seats, NOW).people();

        assertThat(people.getFirst().seats()).containsExactly("DELIVERY", "SUPPORT");
        assertThat(people.getFirst().events()).hasSize(1);
        assertThat(people.getLast().name()).isEqualTo("Jon");
        assertThat(people.getLast().share()).isZero();
        assertThat(people).hasSize(2);
    }

    private CarriedBy carried() {
        return CarriedBy.of(moves, Map.of(), NOW);
    }

    private void moved(String person, int times) {
        for (var i = 0; i < times; i++) {
            move(person, NOW.minus(Duration.ofDays(i)));
        }
    }

    private void move(String person, Instant at) {
        moves.add(new CarriedMotion("event-" + moves.size(), at, "#" + person, person, person));
    }
}
