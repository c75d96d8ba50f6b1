package dev.headway.projections.console.bulk;

import static dev.headway.projections.console.facts.FactForm.post;
import static dev.headway.projections.console.facts.FormField.choice;
import static dev.headway.projections.console.facts.FormField.day;
import static dev.headway.projections.console.facts.FormField.line;
import static dev.headway.projections.console.facts.FormField.person;
import static dev.headway.projections.console.facts.FormField.prose;

import dev.headway.contracts.Side;
import dev.headway.contracts.Stage;
import dev.headway.projections.console.facts.FactForm;
import dev.headway.projections.console.layout.NoSuchPageException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done to many, each named as the API names its action. */
final class BulkForms {

    private static final String CALL = "/bulk";

    private static final List<FactForm> ALL =
            List.of(
                    post(
                            "MOVE",
                            "Move",
                            "Move",
                            CALL,
                            choice("body.to", "To which stage", Stage.values()),
                            prose("body.reason", "Why")
                                    .optional()
                                    .hint("Needed for a step back, and for the sunset."),
                            line("body.reasonCode", "Code of the reason")
                                    .optional()
                                    .hint(
                                            "One word that endings are counted by, as NO_FIT; for the sunset."),
                            day("body.effectiveAt", "When it happened")
                                    .optional()
                                    .hint("Left empty, it is now.")),
                    post(
                            "PLAN_STEP",
                            "Plan a step for",
                            "Plan it for",
                            CALL,
                            line("body.title", "What will be done"),
                            person("body.owner", "Who does it"),
                            choice("body.side", "Of which side", Side.values()),
                            day("body.dueOn", "By when")
                                    .hint(
                                            "A step for a day that is over is overdue from the start.")),
                    post(
                            "HAND_OVER",
                            "Hand over",
                            "Hand over",
                            CALL,
                            person("body.owner", "To whom")
                                    .hint("They hold the relationship seat from then on."),
                            prose("body.reason", "Why")),
                    post(
                            "PARK",
                            "Park",
                            "Park",
                            CALL,
                            day("body.until", "Until when").hint("Prospects only."),
                            prose("body.reason", "Why")));

    private BulkForms() {}

    static FactForm named(@Nullable String action) {
        return ALL.stream()
                .filter(form -> form.id().equals(action))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
    }
}
