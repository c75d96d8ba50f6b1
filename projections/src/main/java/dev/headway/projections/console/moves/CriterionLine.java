package dev.headway.projections.console.moves;

import dev.headway.contracts.policy.Criteria;
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

    private static final String GIVEN_WITH_MOVE = "reason-given";

    /**
     * What is open first, each part in the gate's order; but for what the move itself brings, which
     * nobody can have met before.
     */
    public static List<CriterionLine> allOf(ApiObject gate) {
        return gate.each("criteria").stream()
                .filter(each -> !isGivenWithMove(each))
                .map(each -> isOwn(each) ? ofOwn(each) : ofAll(each))
                .sorted((a, b) -> Boolean.compare(a.holds(), b.holds()))
                .toList();
    }

    /** A criterion of the program's own is met by somebody's word. */
    private static CriterionLine ofOwn(ApiObject criterion) {
        return new CriterionLine(
                criterion, "attestation?criterion=" + criterion.text("id"), "Attest it");
    }

    private static CriterionLine ofAll(ApiObject criterion) {
        var form = FactCatalogue.mending(criterion.text("id"));
        return new CriterionLine(
                criterion,
                form.map(found -> found.id()).orElse(""),
                form.map(found -> found.title()).orElse(""));
    }

    /** Whether the program added one. */
    public static boolean isAnyOwn(ApiObject gate) {
        return gate.each("criteria").stream().anyMatch(CriterionLine::isOwn);
    }

    private static boolean isOwn(ApiObject criterion) {
        return !Criteria.WAIVABLE.contains(criterion.text("id"));
    }

    /** Whether the gate asks for more than can be met before, as for the words of a sunset. */
    public static boolean isMoreGivenWithMove(ApiObject gate) {
        return gate.each("criteria").stream().anyMatch(CriterionLine::isGivenWithMove);
    }

    private static boolean isGivenWithMove(ApiObject criterion) {
        return criterion.text("id").equals(GIVEN_WITH_MOVE);
    }

    /** Whether the gate asks no more for it. */
    public boolean holds() {
        return of.flag("met") || of.has("waiver") || !of.flag("required");
    }
}
