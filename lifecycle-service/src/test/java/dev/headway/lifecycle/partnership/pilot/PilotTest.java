package dev.headway.lifecycle.partnership.pilot;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.*;
import static dev.headway.lifecycle.partnership.SampleHistories.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PartnershipEvent.PilotJudged;
import dev.headway.contracts.PartnershipEvent.VerdictConfirmed;
import dev.headway.contracts.Role;
import dev.headway.contracts.Stage;
import dev.headway.contracts.verdicts.PilotVerdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A narrow, winnable use case, and what it showed. */
class PilotTest {

    @Test
    void a_prospect_that_is_ready_starts_its_pilot() {
        given(aProspect()).when(startPilot()).thenMovedTo(Stage.PILOT, PilotStarted.class);
    }

    @Test
    void a_bare_prospect_is_told_everything_that_is_missing_at_once() {
        given(aBareProspect())
                .when(startPilot())
                .thenRefused(
                        Stage.PILOT,
                        "leverage-claimed",
                        "pattern-chosen",
                        "timing-right",
                        "relationship-seat-filled",
                        "pilot-scoped");
    }

    @Test
    void starting_a_started_pilot_again_is_quiet() {
        given(aPilot()).when(startPilot()).thenNothingNew();
    }

    @Test
    void a_pilot_is_scoped_and_scoping_it_the_same_again_is_quiet() {
        var scoped = new PilotScoped("store kits", "12 of 15 by themselves", inDays(60), NOW);

        given(aBareProspect()).when(scopePilot(inDays(60))).then(scoped);
        given(aBareProspect().and(scoped)).when(scopePilot(inDays(60))).thenNothingNew();
        given(aProspect())
                .when(scopePilot(inDays(61)))
                .then(new PilotScoped("store kits", "12 of 15 by themselves", inDays(61), NOW));
    }

    @Test
    void a_pilot_is_judged_and_the_same_verdict_again_is_quiet() {
        var proved = new PilotJudged("PROVED", "14 of 15 installed", null, NOW);

        given(aBarePilot()).when(judge(PilotVerdict.PROVED, null)).then(proved);
        given(aBarePilot().and(proved)).when(judge(PilotVerdict.PROVED, null)).thenNothingNew();
        given(aBarePilot().and(proved))
                .when(judge(PilotVerdict.DISPROVED, null))
                .then(new PilotJudged("DISPROVED", "14 of 15 installed", null, NOW));
    }

    @Test
    void an_extension_gives_the_pilot_a_new_end() {
        var extended = new PilotJudged("EXTENDED", "14 of 15 installed", inDays(80), NOW);

        given(aBarePilot()).when(judge(PilotVerdict.EXTENDED, inDays(80))).then(extended);
        given(aBarePilot().and(extended)).when(scopePilot(inDays(80))).thenNothingNew();
    }

    @Test
    void an_extension_without_a_new_end_is_refused() {
        given(aBarePilot())
                .when(judge(PilotVerdict.EXTENDED, null))
                .thenBroken("/endsOn", "an extension needs a new end");
    }

    @Test
    void a_verdict_needs_a_partnership_in_pilot() {
        for (var stage : List.of(Stage.PROSPECT, Stage.LAUNCH, Stage.SCALED)) {
            given(in(stage))
                    .when(judge(PilotVerdict.PROVED, null))
                    .thenIllegal("A verdict needs a partnership in PILOT");
        }
    }

    @Test
    void a_verdict_needs_a_scope() {
        given(aBarePilot().without(PilotScoped.class))
                .when(judge(PilotVerdict.PROVED, null))
                .thenIllegal("A verdict needs a pilot scope");
    }

    @Test
    void a_pilot_that_was_stepped_back_into_needs_a_new_scope_and_a_new_verdict() {
        var back =
                aLaunchedPartnership()
                        .and(new PartnershipSteppedBack("LAUNCH", "PILOT", "broke", daysAgo(2)));

        given(back).when(launch()).thenRefused(Stage.LAUNCH, "pilot-proved");
        given(back)
                .when(judge(PilotVerdict.PROVED, null))
                .thenIllegal("A verdict needs a pilot scope");
        given(back.and(pilotScoped(inDays(30))))
                .when(judge(PilotVerdict.PROVED, null))
                .then(new PilotJudged("PROVED", "14 of 15 installed", null, NOW));
    }

    @Test
    void the_partner_confirms_the_verdict_as_it_is_worded() {
        var stands = new PilotJudged("PROVED", "12 of 15", null, NOW);
        var said = new VerdictConfirmed("PROVED", "12 of 15", null, "Kai", NOW);
        var partners = Set.of(Role.PARTNER);

        given(aBarePilot()).when(confirmVerdict("Kai")).thenMissing("verdict");
        given(aBarePilot().and(stands)).when(confirmVerdict("Kai")).then(said);
        given(aBarePilot().and(stands, said)).when(confirmVerdict("Kai")).thenNothingNew();
        assertThat(confirmVerdict("Kai").permittedTo()).containsAll(partners);
        given(aBarePilot().and(stands))
                .when(new ConfirmVerdict(ID, "Kai", stands.wording(), null))
                .then(said);
        given(aBarePilot().and(stands))
                .when(new ConfirmVerdict(ID, "Kai", "another", null))
                .thenIllegal("It is worded otherwise by now; read it again to confirm it");
    }
}
