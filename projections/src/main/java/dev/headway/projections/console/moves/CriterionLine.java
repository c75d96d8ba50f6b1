package dev.headway.projections.console.moves;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.facts.FactCatalogue;
import java.util.List;

/**
 * A criterion of a gate, and the form that mends it.
 *
 * @param mend the form's id; empty where no single form does
 * @param how what the form does
 */
public record CriterionLine(ApiObject of, String mend, String how) {

    /** What is open first, each part in the gate's order. */
    public static List<CriterionLine> allOf(ApiObject gate) {
        return gate.each("criteria").stream()
                .map(
                        each -> {
                            var form = FactCatalogue.mending(each.text("id"));
                            return new CriterionLine(
                                    each,
                                    form.map(found -> found.id()).orElse(""),
                                    form.map(found -> found.title()).orElse(""));
                        })
                .sorted((a, b) -> Boolean.compare(a.holds(), b.holds()))
                .toList();
    }

    /** Whether the gate asks no more for it. */
    public boolean holds() {
        return of.flag("met") || of.has("waiver") || !of.flag("required");
    }
}
