package dev.headway.lifecycle.partnership.objectives;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.confirm;
import static dev.headway.lifecycle.partnership.SampleCommands.dropObjective;
import static dev.headway.lifecycle.partnership.SampleCommands.measure;
import static dev.headway.lifecycle.partnership.SampleCommands.share;
import static dev.headway.lifecycle.partnership.SampleHistories.ID;
import static dev.headway.lifecycle.partnership.SampleHistories.NOW;
import static dev.headway.lifecycle.partnership.SampleHistories.aPilot;
import static dev.headway.lifecycle.partnership.SampleHistories.confirmed;
import static dev.headway.lifecycle.partnership.SampleHistories.daysAgo;
import static dev.headway.lifecycle.partnership.SampleHistories.keyResult;
import static dev.headway.lifecycle.partnership.SampleHistories.objectiveShared;

import dev.headway.contracts.PartnershipEvent.KeyResultMeasured;
import dev.headway.contracts.PartnershipEvent.ObjectiveChanged;
import dev.headway.contracts.PartnershipEvent.ObjectiveConfirmed;
import dev.headway.contracts.PartnershipEvent.ObjectiveDropped;
import dev.headway.contracts.PartnershipEvent.ObjectiveShared;
import dev.headway.contracts.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectivesTest {

    private static final ObjectiveShared SHARED = objectiveShared("chains");
    private static final ObjectiveDropped DROPPED =
            new ObjectiveDropped("chains", "they were sold", NOW);
    private static final String IS_DROPPED =
            "The objective was dropped; withdraw that, or share another one";

    @Test
    void an_objective_is_shared_and_the_same_again_is_quiet() {
        var shared =
                new ObjectiveShared(
                        "chains", "win the chains", List.of(keyResult("stores", "80")), NOW);

        given(aPilot()).when(share("chains", "win the chains", "80")).then(shared);
        given(aPilot().and(shared)).when(share("chains", "win the chains", "80")).thenNothingNew();
        given(aPilot().and(shared))
                .when(share("chains", "win the chains", "80.00"))
                .thenNothingNew();
    }

    @Test
    void in_other_words_or_numbers_it_is_changed() {
        given(aPilot().and(SHARED))
                .when(share("chains", "win the big chains", "80"))
                .then(changed("win the big chains", "80"));
        given(aPilot().and(SHARED))
                .when(share("chains", "win the chains", "90"))
                .then(changed("win the chains", "90"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Chains", "a b", "a--b", "-a", "a/b", "\u00e4"})
    void an_id_is_small_letters_digits_and_hyphens(String id) {
        given(aPilot())
                .when(share(id, "win the chains", "80"))
                .thenBroken(
                        "/objectiveId",
                        "must be small letters and digits, with single hyphens between, 100 at most");
    }

    @Test
    void a_key_result_goes_somewhere_and_has_an_id_of_its_own() {
        given(aPilot())
                .when(share("chains", "win the chains", "12.0"))
                .thenBroken(
                        "/keyResults/0/target",
                        "is where it stands already, so that nothing shows which way it goes");
        given(aPilot())
                .when(
                        new ShareObjective(
                                ID,
                                "chains",
                                "win the chains",
                                List.of(keyResult("stores", "80"), keyResult("stores", "90")),
                                null))
                .thenBroken("/keyResults", "an id stands there twice");
    }

    @Test
    void each_side_confirms_it_as_it_stands_and_the_same_again_is_quiet() {
        var ours = word(SHARED, "OURS", "Ada");

        given(aPilot().and(SHARED)).when(confirm("chains", Side.OURS, "Ada")).then(ours);
        given(aPilot().and(SHARED, ours))
                .when(confirm("chains", Side.OURS, "Ada"))
                .thenNothingNew();
        given(aPilot().and(SHARED, ours))
                .when(confirm("chains", Side.PARTNER, "Ada"))
                .then(word(SHARED, "PARTNER", "Ada"));
        given(aPilot().and(SHARED, ours))
                .when(confirm("chains", Side.OURS, "Kai"))
                .then(word(SHARED, "OURS", "Kai"));
    }

    @Test
    void what_is_worded_anew_is_confirmed_anew_and_so_is_what_is_worded_as_before() {
        var ours = confirmed(SHARED, "OURS");
        var changed = changed("win them all", "80");
        var back = new ObjectiveChanged("chains", SHARED.title(), SHARED.keyResults(), daysAgo(1));

        given(aPilot().and(SHARED, ours, changed))
                .when(confirm("chains", Side.OURS, "Kai"))
                .then(
                        new ObjectiveConfirmed(
                                "chains",
                                "win them all",
                                changed.keyResults(),
                                "OURS",
                                "Kai",
                                NOW));
        given(aPilot().and(SHARED, ours, changed, back))
                .when(confirm("chains", Side.OURS, "Kai"))
                .then(word(SHARED, "OURS", "Kai"));
    }

    @Test
    void a_key_result_is_measured_and_told_twice_with_its_time_it_is_one() {
        var measured =
                new KeyResultMeasured("chains", "stores", new BigDecimal("31"), "their count", NOW);
        var timed =
                new MeasureKeyResult(
                        ID, "chains", "stores", new BigDecimal("31.0"), "their count", NOW);

        given(aPilot().and(SHARED)).when(measure("chains", "stores", "31")).then(measured);
        given(aPilot().and(SHARED, measured))
                .when(measure("chains", "stores", "31"))
                .then(measured);
        given(aPilot().and(SHARED, measured)).when(timed).thenNothingNew();
    }

    @Test
    void what_nobody_shared_is_missing() {
        given(aPilot()).when(measure("chains", "stores", "31")).thenMissing("objective");
        given(aPilot()).when(confirm("chains", Side.OURS, "Ada")).thenMissing("objective");
        given(aPilot()).when(dropObjective("chains")).thenMissing("objective");
        given(aPilot().and(SHARED)).when(measure("chains", "none", "31")).thenMissing("key result");
    }

    @Test
    void what_is_dropped_stays_so_and_dropping_it_again_is_quiet() {
        given(aPilot().and(SHARED)).when(dropObjective("chains")).then(DROPPED);
        given(aPilot().and(SHARED, DROPPED)).when(dropObjective("chains")).thenNothingNew();
        given(aPilot().and(SHARED, DROPPED))
                .when(measure("chains", "stores", "31"))
                .thenIllegal(IS_DROPPED);
        given(aPilot().and(SHARED, DROPPED))
                .when(confirm("chains", Side.OURS, "Ada"))
                .thenIllegal(IS_DROPPED);
        given(aPilot().and(SHARED, DROPPED))
                .when(share("chains", "win the chains", "80"))
                .thenIllegal(IS_DROPPED);
    }

    private static ObjectiveChanged changed(String title, String target) {
        return new ObjectiveChanged("chains", title, List.of(keyResult("stores", target)), NOW);
    }

    private static ObjectiveConfirmed word(ObjectiveShared of, String side, String by) {
        return new ObjectiveConfirmed("chains", of.title(), of.keyResults(), side, by, NOW);
    }
}
