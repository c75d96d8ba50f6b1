package dev.headway.lifecycle.partnership.launch;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.*;
import static dev.headway.lifecycle.partnership.SampleHistories.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.PartnershipEvent.ExitTermsAgreed;
import dev.headway.contracts.PartnershipEvent.ExitTermsConfirmed;
import dev.headway.contracts.ReceivingTeam;
import dev.headway.contracts.Role;
import dev.headway.contracts.Seam;
import dev.headway.contracts.Stage;
import dev.headway.contracts.verdicts.SeamVerdict;
import dev.headway.lifecycle.partnership.moves.StepBack;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The seams are the product, and the teams that receive them say yes. */
class LaunchTest {

    @Test
    void a_pilot_that_is_ready_launches() {
        given(aPilot()).when(launch()).thenMovedTo(Stage.LAUNCH, PartnershipLaunched.class);
    }

    @Test
    void a_bare_pilot_is_told_everything_that_is_missing_at_once() {
        given(aBarePilot())
                .when(launch())
                .thenRefused(
                        Stage.LAUNCH,
                        "pilot-proved",
                        "customer-used",
                        "all-seats-filled",
                        "seams-pass",
                        "next-three-steps",
                        "rhythm-agreed",
                        "teams-consent",
                        "exit-terms-agreed");
    }

    @Test
    void launching_a_launched_partnership_again_is_quiet() {
        given(aLaunchedPartnership()).when(launch()).thenNothingNew();
    }

    @Test
    void a_seam_is_checked_and_the_same_finding_again_is_quiet() {
        var passed = new SeamChecked("ONBOARDING", "PASS", "drill held", NOW);

        given(aBarePilot()).when(check(Seam.ONBOARDING, SeamVerdict.PASS)).then(passed);
        given(aBarePilot().and(passed))
                .when(check(Seam.ONBOARDING, SeamVerdict.PASS))
                .thenNothingNew();
        given(aBarePilot().and(passed))
                .when(check(Seam.ONBOARDING, SeamVerdict.FAIL))
                .then(new SeamChecked("ONBOARDING", "FAIL", "drill held", NOW));
        given(aBarePilot().and(passed))
                .when(check(Seam.PERMISSIONS, SeamVerdict.NOT_APPLICABLE))
                .then(new SeamChecked("PERMISSIONS", "NOT_APPLICABLE", "drill held", NOW));
    }

    @Test
    void a_rhythm_is_agreed_and_agreeing_the_same_again_is_quiet() {
        var agreed = new RhythmAgreed(14, "joint call", NOW);

        given(aBarePilot()).when(agreeRhythm(14)).then(agreed);
        given(aBarePilot().and(agreed)).when(agreeRhythm(14)).thenNothingNew();
        given(aBarePilot().and(agreed))
                .when(agreeRhythm(7))
                .then(new RhythmAgreed(7, "joint call", NOW));
    }

    @Test
    void a_team_consents_and_consenting_again_is_quiet() {
        var consented = new TeamConsented("SUPPORT", "Li", "two people", NOW);

        given(aBarePilot()).when(consent(ReceivingTeam.SUPPORT)).then(consented);
        given(aBarePilot().and(consented)).when(consent(ReceivingTeam.SUPPORT)).thenNothingNew();
        given(aBarePilot().and(consented))
                .when(consent(ReceivingTeam.PRODUCT))
                .then(new TeamConsented("PRODUCT", "Li", "two people", NOW));
        given(aBarePilot().and(new TeamConsented("SUPPORT", "Li", "one person", daysAgo(1))))
                .when(consent(ReceivingTeam.SUPPORT))
                .then(consented);
    }

    @Test
    void exit_terms_are_agreed_and_agreeing_the_same_again_is_quiet() {
        var agreed = new ExitTermsAgreed("return the kits", 90, NOW);

        given(aBarePilot()).when(agreeExitTerms(90)).then(agreed);
        given(aBarePilot().and(agreed)).when(agreeExitTerms(90)).thenNothingNew();
        given(aBarePilot().and(agreed))
                .when(agreeExitTerms(30))
                .then(new ExitTermsAgreed("return the kits", 30, NOW));
    }

    @Test
    void it_is_announced_once_it_is_launched_and_the_same_again_is_quiet() {
        var announced = new PartnershipAnnounced("their fair", daysAgo(6), NOW);

        given(aBareLaunchedPartnership()).when(announce("their fair")).then(announced);
        given(aScaledPartnership()).when(announce("their fair")).then(announced);
        given(aLaunchedPartnership().and(announced)).when(announce("their fair")).thenNothingNew();
        given(aLaunchedPartnership().and(announced))
                .when(announce("our blog"))
                .then(new PartnershipAnnounced("our blog", daysAgo(6), NOW));
    }

    @Test
    void nothing_is_announced_before_the_launch_nor_ahead_of_its_day() {
        for (var before : List.of(aProspect(), aPilot())) {
            given(before)
                    .when(announce("their fair"))
                    .thenIllegal("A partnership is announced once it is launched");
        }
        given(aLaunchedPartnership())
                .when(new AnnouncePartnership(ID, "their fair", inDays(1), null))
                .thenBroken("/announcedOn", "lies in the future");
    }

    @Test
    void launched_goes_back_to_pilot_for_a_reason() {
        given(aLaunchedPartnership())
                .when(stepBackTo(Stage.PILOT))
                .then(new PartnershipSteppedBack("LAUNCH", "PILOT", "the support seam broke", NOW));
    }

    @Test
    void stepping_back_again_is_quiet() {
        given(
                        aLaunchedPartnership()
                                .and(
                                        new PartnershipSteppedBack(
                                                "LAUNCH", "PILOT", "broke", daysAgo(1))))
                .when(stepBackTo(Stage.PILOT))
                .thenNothingNew();
    }

    @Test
    void nobody_goes_back_without_a_reason() {
        given(aLaunchedPartnership())
                .when(new StepBack(ID, Stage.PILOT, null, null))
                .thenBroken("/reason", "a reason is required to go back");
        given(aScaledPartnership())
                .when(new StepBack(ID, Stage.LAUNCH, "  ", null))
                .thenBroken("/reason", "a reason is required to go back");
    }

    @Test
    void nobody_steps_back_further_than_one_stage_or_into_the_future() {
        given(aScaledPartnership()).when(stepBackTo(Stage.PILOT)).thenNoSuchMove(Stage.PILOT, NOW);
        given(aPilot()).when(stepBackTo(Stage.LAUNCH)).thenNoSuchMove(Stage.LAUNCH, NOW);
        given(aLaunchedPartnership())
                .when(stepBackTo(Stage.PROSPECT))
                .thenNoSuchMove(Stage.PROSPECT, NOW);
    }

    @Test
    void the_partner_confirms_how_to_part_as_it_is_worded() {
        var stands = new ExitTermsAgreed("return the kits", 90, NOW);
        var said = new ExitTermsConfirmed("return the kits", 90, "Kai", NOW);
        var partners = Set.of(Role.PARTNER);

        given(aBarePilot()).when(confirmExitTerms("Kai")).thenMissing("agreement on how to part");
        given(aBarePilot().and(stands)).when(confirmExitTerms("Kai")).then(said);
        given(aBarePilot().and(stands, said)).when(confirmExitTerms("Kai")).thenNothingNew();
        assertThat(confirmExitTerms("Kai").permittedTo()).containsAll(partners);
        given(aBarePilot().and(stands))
                .when(new ConfirmExitTerms(ID, "Kai", stands.wording(), null))
                .then(said);
        given(aBarePilot().and(stands))
                .when(new ConfirmExitTerms(ID, "Kai", "another", null))
                .thenIllegal("It is worded otherwise by now; read it again to confirm it");
    }
}
