package dev.headway.projections.watching.hindsight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.MeasurementTaken;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.contracts.PartnershipEvent.PartnershipVoided;
import dev.headway.contracts.PartnershipEvent.SeatFilled;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.watching.AllianceFixture;
import dev.headway.projections.watching.rules.DueDates;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a rule held is asked of a life as it was lived, however late somebody said so. */
class RelivedLifeTest {

    private static final DueDates DATES =
            new DueDates(Thresholds.DEFAULT, List.of(), ZoneOffset.UTC);
    private static final Instant LAUNCH = AllianceFixture.MORNING;

    private final AllianceFixture alliance = new AllianceFixture();
    private final String acme = alliance.launched("Acme");

    @Test
    void silence_is_an_episode_from_its_sixtieth_day_to_what_ends_it() {
        pass(200);
        var call = alliance.touchpoint(acme);

        assertThat(lived("ghost-town"))
                .singleElement()
                .isEqualTo(new PastEpisode(acme, "Acme", "", LAUNCH, day(60), day(200), call));
    }

    @Test
    void what_was_recorded_late_stands_where_it_happened() {
        pass(200);
        alliance.touchpoint(acme);
        alliance.touchpoint(acme, day(59));
        assertThat(lived("ghost-town"))
                .singleElement()
                .satisfies(each -> assertThat(each.dueAt()).isEqualTo(day(119)));

        alliance.touchpoint(acme, day(118));
        alliance.touchpoint(acme, day(160));
        assertThat(lived("ghost-town")).isEmpty();
    }

    @Test
    void what_was_withdrawn_ended_nothing() {
        pass(30);
        var call = alliance.touchpoint(acme);
        pass(40);
        alliance.touchpoint(acme);
        assertThat(lived("ghost-town")).isEmpty();

        alliance.store(acme, new FactWithdrawn(call, "TouchpointRecorded", "It was Globex", now()));
        assertThat(lived("ghost-town"))
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.dueAt()).isEqualTo(day(60));
                            assertThat(each.endedAt()).isEqualTo(day(70));
                        });
    }

    @Test
    void one_that_nothing_ended_is_open_and_one_that_lies_ahead_is_none() {
        pass(61);
        alliance.store(acme, new PartnershipRenamed("Acme of today", now()));
        assertThat(lived("ghost-town"))
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.endedAt()).isNull();
                            assertThat(each.partnership()).isEqualTo("Acme of today");
                            assertThat(each.isOpenAt(day(60))).isFalse();
                            assertThat(each.isOpenAt(day(61))).isTrue();
                        });
        assertThat(RelivedLife.of(counting(), "ghost-town", DATES, day(60))).isEmpty();
    }

    @Test
    void each_seat_stood_empty_by_itself() {
        pass(100);
        alliance.store(acme, new SeatFilled("SUPPORT", "Mai", "OURS", day(5)));
        alliance.store(acme, new SeatFilled("DELIVERY", "Ana", "OURS", day(90)));

        assertThat(lived("seat-vacant"))
                .extracting(PastEpisode::about)
                .doesNotContain("SUPPORT")
                .contains("DELIVERY", "RELATIONSHIP");
        assertThat(lived("seat-vacant"))
                .filteredOn(each -> each.about().equals("DELIVERY"))
                .singleElement()
                .satisfies(each -> assertThat(each.endedAt()).isEqualTo(day(90)));
    }

    @Test
    void a_claim_was_settled_on_the_day_it_was_measured() {
        pass(100);
        alliance.store(acme, claim(day(20), day(1)));
        alliance.store(acme, new MeasurementTaken(BigDecimal.valueOf(31), "Log", day(50)));

        assertThat(lived("claim-unsettled"))
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.dueAt()).isBetween(day(20), day(22));
                            assertThat(each.endedAt()).isEqualTo(day(50));
                        });
    }

    @Test
    void of_one_that_was_voided_nothing_held() {
        pass(100);
        alliance.store(acme, new PartnershipVoided("Registered twice", null, now()));

        assertThat(lived("ghost-town")).isEmpty();
    }

    private List<PastEpisode> lived(String rule) {
        return RelivedLife.of(counting(), rule, DATES, now());
    }

    private List<RecordedEvent> counting() {
        return Restatement.counting(alliance.events.ofStream(acme, 1, Long.MAX_VALUE));
    }

    private static LeverageClaimed claim(Instant dueOn, Instant at) {
        return new LeverageClaimed(
                "WIN_RATE",
                "Joint proposals win",
                "win rate",
                "percent",
                BigDecimal.valueOf(18),
                BigDecimal.valueOf(30),
                dueOn,
                at);
    }

    private void pass(int days) {
        alliance.clock.advance(Duration.ofDays(days));
    }

    private Instant now() {
        return alliance.clock.instant();
    }

    private static Instant day(int number) {
        return LAUNCH.plus(Duration.ofDays(number));
    }
}
