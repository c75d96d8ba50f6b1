package dev.headway.projections.console.facts;

import static dev.headway.projections.console.facts.FactForm.post;
import static dev.headway.projections.console.facts.FactForm.put;
import static dev.headway.projections.console.facts.FormField.choice;
import static dev.headway.projections.console.facts.FormField.day;
import static dev.headway.projections.console.facts.FormField.line;
import static dev.headway.projections.console.facts.FormField.number;
import static dev.headway.projections.console.facts.FormField.prose;

import dev.headway.contracts.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The forms of what both sides work for. */
final class ObjectiveForms {

    /** As many as the API takes. */
    private static final int KEY_RESULTS = 5;

    private static final String SHORT =
            "A short word for it, as more-leads: small letters, digits and hyphens.";

    static final List<FactForm> ALL =
            List.of(
                    put(
                                    "objective",
                                    "Share an objective",
                                    "Share it",
                                    "/objectives/{new}",
                                    objective())
                            .mends("objectives-shared")
                            .dated("When it was agreed"),
                    post(
                                    "key-result",
                                    "Measure a key result",
                                    "Record it",
                                    "/objectives/{on}/key-results/{keyResult}/values",
                                    choice("{keyResult}", "Which key result"),
                                    number("value", "What was measured"),
                                    prose("evidence", "Where it comes from").optional())
                            .dated(),
                    put(
                                    "objective-confirmation",
                                    "Confirm an objective",
                                    "It is confirmed",
                                    "/objectives/{on}/confirmations/{side}",
                                    choice("{side}", "Which side works for it", Side.values()),
                                    line("by", "Who says so for that side")
                                            .hint(
                                                    "As it is worded now. Worded anew, it is to be"
                                                            + " confirmed again."))
                            .dated("When it was confirmed"),
                    post(
                                    "objective-drop",
                                    "Drop an objective",
                                    "Drop it",
                                    "/objectives/{on}/drop",
                                    prose("reason", "Why"))
                            .dated());

    private ObjectiveForms() {}

    private static FormField[] objective() {
        var fields = new ArrayList<FormField>();
        fields.add(line("title", "What both sides want to reach"));
        IntStream.range(0, KEY_RESULTS).forEach(nth -> fields.addAll(keyResult(nth)));
        return fields.toArray(FormField[]::new);
    }

    private static List<FormField> keyResult(int nth) {
        var at = "keyResults.%d.".formatted(nth);
        var which = nth == 0 ? "" : " (%d)".formatted(nth + 1);
        var asked =
                List.of(
                        line(at + "id", "Key result" + which)
                                .hint(nth == 0 ? SHORT : "Left empty, there is none."),
                        line(at + "name", "What shows it" + which),
                        line(at + "unit", "In which unit" + which),
                        number(at + "baseline", "Where it stands now" + which),
                        number(at + "target", "Where it has to get to" + which),
                        day(at + "dueOn", "By when" + which));
        return nth == 0 ? asked : asked.stream().map(FormField::optional).toList();
    }
}
