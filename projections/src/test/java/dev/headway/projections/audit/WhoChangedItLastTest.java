package dev.headway.projections.audit;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.PartnershipEvent.ObligationHandedOver;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.projections.audit.LatestChange.By;
import dev.headway.projections.log.InMemoryEventLog;
import org.junit.jupiter.api.Test;

/** What a stream came to a version by, asked of the log. */
class WhoChangedItLastTest {

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhoChangedItLast question = new WhoChangedItLast(log);

    @Test
    void it_says_who_when_by_which_door_and_what() {
        log.happened("p", registered("p", "Acme", "2026-01-01"), seated("SUPPORT", "Ada", "OURS"));
        log.recordedAt(at("2026-02-01")).by("bob", "MANAGER", "CHAT");
        log.happened("p", seated("SUPPORT", "Mia", "OURS"));

        assertThat(question.of("p", 3))
                .contains(
                        new LatestChange(
                                new By(null, "bob"),
                                at("2026-02-01"),
                                "CHAT",
                                "SeatFilled",
                                "Ada",
                                "Mia"));
    }

    @Test
    void it_is_about_that_version_whatever_came_later() {
        log.happened("p", registered("p", "Acme", "2026-01-01"), seated("SUPPORT", "Ada", "OURS"));
        log.happened("p", touchpoint("Call", "2026-01-02"));

        assertThat(question.of("p", 2).orElseThrow().type()).isEqualTo("SeatFilled");
        assertThat(question.of("p", 2).orElseThrow().to()).as("it took nothing's place").isNull();
        assertThat(question.of("p", 3).orElseThrow().type()).isEqualTo("TouchpointRecorded");
    }

    @Test
    void a_refused_move_and_a_handover_say_themselves_where_to() {
        log.happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                new MoveRefused("PROSPECT", "PILOT", "UNMET", null, at("2026-01-02")),
                new ObligationTaken("o", "Escrow", "Globex", at("2026-05-01"), at("2026-01-03")),
                new ObligationHandedOver("o", "Bo", "By mail", at("2026-01-04")));

        var refused = question.of("p", 2).orElseThrow();
        assertThat(refused.from()).isEqualTo("PROSPECT");
        assertThat(refused.to()).isEqualTo("PILOT");
        var handed = question.of("p", 4).orElseThrow();
        assertThat(handed.from()).isNull();
        assertThat(handed.to()).isEqualTo("Bo");
    }

    @Test
    void nobody_made_a_version_that_is_not_there() {
        log.happened("p", registered("p", "Acme", "2026-01-01"));

        assertThat(question.of("p", 0)).isEmpty();
        assertThat(question.of("p", 2)).isEmpty();
        assertThat(question.of("nobody", 1)).isEmpty();
    }
}
