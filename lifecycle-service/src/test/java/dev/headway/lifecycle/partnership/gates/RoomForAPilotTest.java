package dev.headway.lifecycle.partnership.gates;

import static dev.headway.lifecycle.partnership.SampleHistories.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.PartnershipEvent.PartnerDescribed;
import dev.headway.contracts.PartnershipEvent.SeatVacated;
import dev.headway.contracts.ProgramEvent.PilotLimit;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.History;
import dev.headway.lifecycle.partnership.SoManyPilots;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.MoveDecisions;
import dev.headway.partnership.gates.Gate;
import dev.headway.partnership.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Start narrower than your ambition wants": the program says how many pilots run at once. */
class RoomForAPilotTest {

    private static final String ID = "room-for-a-pilot";

    @Test
    void a_program_without_limits_does_not_ask() {
        assertThat(gate(aProspect(), 100).criteria())
                .extracting(EvaluatedCriterion::id)
                .doesNotContain(ID);
    }

    @Test
    void the_one_that_asks_is_counted() {
        var limit = new PilotLimit("PATTERN", null, 3);

        finds(aProspect(), 2, true, "3 of 3 running RESELL pilots", limit);
        finds(aProspect(), 3, false, "4 of 3 running RESELL pilots", limit);
    }

    @Test
    void a_limit_is_of_what_it_names() {
        finds(aProspect(), 9, true, "no limit applies", new PilotLimit("PATTERN", "REFERRAL", 1));
        finds(aProspect(), 9, true, "no limit applies", new PilotLimit("SEGMENT", null, 1));
        finds(
                aProspect(),
                1,
                false,
                "2 of 1 running RESELL pilots",
                new PilotLimit("PATTERN", "REFERRAL", 9),
                new PilotLimit("PATTERN", "RESELL", 1));
    }

    @Test
    void a_segment_is_the_same_however_it_is_typed() {
        var nordic =
                aProspect()
                        .and(
                                new PartnerDescribed(
                                        "Northwind Ltd",
                                        "RESELLER",
                                        null,
                                        "Nordics",
                                        null,
                                        daysAgo(50)));

        finds(
                nordic,
                2,
                false,
                "3 of 2 running pilots in Nordics",
                new PilotLimit("SEGMENT", "NORDICS", 2));
    }

    @Test
    void an_owner_is_counted_and_not_named() {
        var limit = new PilotLimit("OWNER", null, 2);

        finds(aProspect(), 2, false, "3 of 2 running pilots of its owner", limit);
        finds(
                aProspect().and(new SeatVacated("RELATIONSHIP", NOW)),
                2,
                true,
                "no limit applies",
                limit);
        finds(aProspect(), 2, true, "no limit applies", new PilotLimit("OWNER", "somebody", 0));
    }

    @Test
    void what_is_over_is_told_and_nothing_else() {
        finds(
                aProspect(),
                2,
                false,
                "3 of 1 running RESELL pilots; 3 of 2 running pilots of its owner",
                new PilotLimit("PATTERN", null, 1),
                new PilotLimit("OWNER", null, 2));
        finds(
                aProspect(),
                2,
                false,
                "3 of 2 running pilots of its owner",
                new PilotLimit("PATTERN", null, 3),
                new PilotLimit("OWNER", null, 2));
    }

    @Test
    void a_waiver_lets_one_more_in() {
        var limit = new PilotLimit("PATTERN", null, 0);
        var excused = aProspect().and(waiverGranted("w1", ID, inDays(9)));

        assertThat(gate(aProspect(), 0, limit).passes()).isFalse();
        assertThat(gate(excused, 0, limit).passes()).isTrue();
    }

    @Test
    void the_way_back_is_not_counted_and_no_other_gate_asks() {
        var limit = new PilotLimit("PATTERN", null, 0);

        for (var to : List.of(Stage.PROSPECT, Stage.LAUNCH, Stage.SCALED, Stage.SUNSET)) {
            assertThat(gate(to, aPilot(), 9, limit).criteria())
                    .extracting(EvaluatedCriterion::id)
                    .doesNotContain(ID);
        }
    }

    private static void finds(
            History history, long others, boolean met, String have, PilotLimit... limits) {
        var found =
                gate(history, others, limits).criteria().stream()
                        .filter(each -> each.id().equals(ID))
                        .findFirst()
                        .orElseThrow();
        assertThat(found.met()).isEqualTo(met);
        assertThat(found.have()).isEqualTo(have);
        assertThat(found.required()).isTrue();
    }

    private static EvaluatedGate gate(History history, long others, PilotLimit... limits) {
        return gate(Stage.PILOT, history, others, limits);
    }

    private static EvaluatedGate gate(
            Stage to, History history, long others, PilotLimit... limits) {
        var box = Policy.OUT_OF_THE_BOX;
        var policy =
                box.after(
                        new ProgramChanged(
                                box.thresholds(),
                                box.disqualifiers(),
                                box.patterns(),
                                List.of(limits),
                                null,
                                null,
                                null,
                                NOW));
        var context =
                new DecisionContext(NOW, "mia", null, () -> policy)
                        .among(() -> new SoManyPilots(others));
        return Gate.to(to).evaluate(MoveDecisions.gateContext(history.registered(), null, context));
    }
}
