package dev.headway.lifecycle.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.AlertEvent.AlertAcknowledged;
import dev.headway.projections.identity.Actor;
import dev.headway.projections.watching.alerts.AlertLookup.Noticed;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same answer twice, for every distance between what was said and what the watch has heard. */
class RepeatedAlertCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final UUID ID = UUID.fromString("712c911f-692b-b8ce-89cd-7229a488a162");

    @Test
    void it_is_quiet_success_also_before_the_watch_has_heard_of_the_first() {
        assertThat(acknowledgedAgain("OPEN", 0)).isInstanceOf(AlertDecision.NothingNew.class);
        assertThat(acknowledgedAgain("ACKNOWLEDGED", 1))
                .isInstanceOf(AlertDecision.NothingNew.class);
    }

    @Test
    void it_counts_once_more_when_the_alert_has_come_up_again_since() {
        assertThat(acknowledgedAgain("OPEN", 1)).isInstanceOf(AlertDecision.Responded.class);
    }

    /** By the same person, in the same words, after one answer. */
    private static AlertDecision acknowledgedAgain(String status, long heardOf) {
        var said = new AlertAcknowledged(ID.toString(), "p", "ghost-town", "mia", null, NOW);
        var noticed = new Noticed(ID, "p", "ghost-town", status, heardOf);
        return new AcknowledgeAlert(ID.toString(), null)
                .decide(
                        new AlertState(noticed, said, null, 1),
                        new AlertDecisionContext(NOW, Actor.named("mia")));
    }
}
