package dev.headway.projections.console.facts;

import static dev.headway.projections.console.facts.FactForm.post;
import static dev.headway.projections.console.facts.FormField.choice;
import static dev.headway.projections.console.facts.FormField.day;
import static dev.headway.projections.console.facts.FormField.line;
import static dev.headway.projections.console.facts.FormField.number;
import static dev.headway.projections.console.facts.FormField.person;
import static dev.headway.projections.console.facts.FormField.prose;
import static dev.headway.projections.console.facts.FormField.yesNo;

import dev.headway.contracts.Attribution;
import dev.headway.contracts.Side;
import dev.headway.contracts.TouchpointKind;
import java.util.List;
import org.springframework.http.HttpMethod;

/** The forms of what partners do, and of what they mean to do next. */
final class MotionForms {

    private static final String OVER = "A step for a day that is over is overdue from the start.";

    static final List<FactForm> ALL =
            List.of(
                    post(
                                    "touchpoint",
                                    "Record a touchpoint",
                                    "Record it",
                                    "/touchpoints",
                                    choice("kind", "How you met", TouchpointKind.values()),
                                    prose("summary", "What came of it"),
                                    line("with", "With whom").optional(),
                                    yesNo("personal", "Is it about somebody as a person?")
                                            .hint("If so, it is forgotten when they are.")
                                            .optional())
                            .mends("in-motion")
                            .dated(),
                    post(
                                    "joint-win",
                                    "Add a joint win",
                                    "Record it",
                                    "/joint-wins",
                                    line("customer", "Which customer"),
                                    prose("summary", "What they used"),
                                    prose("evidence", "What shows it"),
                                    choice("attribution", "Whose doing", Attribution.values())
                                            .hint(
                                                    "Sourced: the partner brought them. Influenced:"
                                                            + " they helped.")
                                            .optional(),
                                    number("amount.value", "What it is worth").optional(),
                                    line("amount.currency", "In which currency")
                                            .hint("Three letters, as EUR.")
                                            .optional())
                            .mends("customer-used", "repeatable-motion")
                            .dated(),
                    post(
                                    "measurement",
                                    "Measure the claim",
                                    "Record it",
                                    "/measurements",
                                    number("value", "What was measured"),
                                    prose("evidence", "Where it comes from"))
                            .mends("leverage-proved")
                            .dated(),
                    post(
                                    "step",
                                    "Plan a step",
                                    "Plan it",
                                    "/steps",
                                    line("title", "What will be done"),
                                    person("owner", "Who does it"),
                                    choice("side", "Of which side", Side.values()),
                                    day("dueOn", "By when").hint(OVER))
                            .mends("next-three-steps")
                            .dated("When it was agreed"),
                    post(
                                    "playbook",
                                    "Plan a step of the playbook",
                                    "Plan it",
                                    "/playbook",
                                    line("steps.0.title", "What will be done"),
                                    person("steps.0.owner", "Who does it"),
                                    day("steps.0.dueOn", "By when")
                                            .hint("Left empty, when the playbook says.")
                                            .optional())
                            .dated("When it was agreed"),
                    post(
                                    "step-done",
                                    "Finish a step",
                                    "It is done",
                                    "/steps/{on}/completion",
                                    prose("outcome", "What came of it").optional())
                            .dated(),
                    post(
                                    "step-later",
                                    "Move the date of a step",
                                    "Move it",
                                    "/steps/{on}/rescheduling",
                                    day("dueOn", "To when").hint(OVER),
                                    prose("reason", "Why"))
                            .dated("When that was decided"),
                    post(
                                    "step-drop",
                                    "Drop a step",
                                    "Drop it",
                                    "/steps/{on}/drop",
                                    prose("reason", "Why"))
                            .dated(),
                    post(
                            "step-reopen",
                            "Reopen a step",
                            "Reopen it",
                            "/steps/{on}/reopening",
                            prose("reason", "Why")),
                    post(
                                    "step-owner",
                                    "Hand over a step",
                                    "Hand it over",
                                    "/steps/{on}/owner",
                                    person("owner", "Who does it"))
                            .as(HttpMethod.PUT)
                            .dated("When that was decided"));

    private MotionForms() {}
}
