package dev.headway.lifecycle.partnership.steps;

import static dev.headway.lifecycle.partnership.PartnershipFixture.given;
import static dev.headway.lifecycle.partnership.SampleCommands.follow;
import static dev.headway.lifecycle.partnership.SampleHistories.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.ProgramEvent.PlaybookStep;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.partnership.policy.Policy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Repeatable": what a pattern does in a stage is proposed, and planned as any step is. */
class PlaybookTest {

    private static final Policy PLAYING =
            Policy.OUT_OF_THE_BOX.after(
                    new ProgramChanged(
                            Policy.OUT_OF_THE_BOX.thresholds(),
                            List.of(),
                            Policy.OUT_OF_THE_BOX.patterns(),
                            null,
                            null,
                            null,
                            List.of(
                                    new PlaybookStep("RESELL", "PILOT", "Train sales", "OURS", 400),
                                    new PlaybookStep("RESELL", "PILOT", "Call", "PARTNER", 0),
                                    new PlaybookStep("RESELL", "LAUNCH", "Announce", "OURS", 0)),
                            NOW));

    private static final PatternChosen RESELL = new PatternChosen("RESELL", NOW);

    @Test
    void what_is_chosen_is_planned_for_the_day_that_the_playbook_proposes() {
        var entered = aPilot().registered().facts().lastMoveAt();

        given(aPilot().and(RESELL))
                .under(PLAYING)
                .when(follow("train SALES", "Call"))
                .then(
                        planned("Train sales", "train SALES", "OURS", days(entered, 400)),
                        planned("Call", "Call", "PARTNER", days(NOW, 0)));
    }

    @Test
    void what_is_planned_already_is_not_planned_again_whatever_became_of_it() {
        var planned = planned("Call", "Call", "PARTNER", days(NOW, 0));

        given(aPilot().and(RESELL, planned)).under(PLAYING).when(follow("CALL")).thenNothingNew();
        given(aPilot().and(RESELL, planned, new StepDropped("of Call", "no", NOW)))
                .under(PLAYING)
                .when(follow("Call"))
                .thenNothingNew();
        given(aPilot().and(RESELL)).under(PLAYING).when(follow("Call", "call")).then(planned);
    }

    @Test
    void what_is_of_another_stage_or_pattern_is_not_in_the_playbook() {
        var not = "is not in the playbook of its pattern for its stage";

        given(aPilot().and(RESELL))
                .under(PLAYING)
                .when(follow("Call", "Announce"))
                .thenBroken("/steps/1/title", not);
        given(aPilot().and(new PatternChosen("REFERRAL", NOW)))
                .under(PLAYING)
                .when(follow("Call"))
                .thenBroken("/steps/0/title", not);
        given(aPilot()).when(follow("Call")).thenBroken("/steps/0/title", not);
    }

    @Test
    void it_says_what_is_planned_and_what_is_not() {
        var planned = planned("Call", "Call", "PARTNER", days(NOW, 0));
        var partnership = aPilot().and(RESELL, planned).registered();

        assertThat(Playbook.of(partnership, PLAYING, NOW, ZoneOffset.UTC).entries())
                .extracting(Playbook.Entry::title, Playbook.Entry::stepId)
                .containsExactly(tuple("Train sales", null), tuple("Call", "of Call"));
    }

    private static StepPlanned planned(String title, String chosen, String side, Instant dueOn) {
        return new StepPlanned("of " + chosen, title, "Mara", null, side, dueOn, "PILOT", NOW);
    }

    private static Instant days(Instant from, int days) {
        return from.truncatedTo(ChronoUnit.DAYS).plus(days, ChronoUnit.DAYS);
    }
}
