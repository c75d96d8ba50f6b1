package dev.headway.partnership.gates;

import dev.headway.contracts.PartnershipEvent.CriterionAttested;
import dev.headway.contracts.ProgramEvent.OwnCriterion;
import dev.headway.contracts.written.DueDay;
import dev.headway.partnership.gates.Criterion.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The check of a criterion that the program added: somebody whose word counts says that it holds,
 * with evidence. A word belongs to the criterion as it was worded, and may have an end.
 */
final class AttestedCriterion {

    private AttestedCriterion() {}

    static Criterion of(OwnCriterion own) {
        return new Criterion(own.id(), own.statement(), context -> isAttested(own, context));
    }

    /** Until when an attestation counts; nothing where it does for good. */
    static Optional<Instant> end(OwnCriterion own, CriterionAttested attested) {
        return Optional.ofNullable(own.validDays())
                .map(days -> attested.effectiveAt().plus(Duration.ofDays(days)));
    }

    private static String whose(OwnCriterion own) {
        var role = own.attestedBy().toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(role.charAt(0)) < 0 ? "a " : "an ") + role;
    }

    private static Finding isAttested(OwnCriterion own, GateContext context) {
        var days = own.validDays();
        var need = "attested by " + whose(own) + (days == null ? "" : " within " + days + " days");
        return context.evidence()
                .latestEvents()
                .latest(CriterionAttested.class, own.id())
                .map(attested -> finding(own, attested, need, context))
                .orElseGet(() -> new Finding(false, "not attested", need, null));
    }

    private static Finding finding(
            OwnCriterion own, CriterionAttested attested, String need, GateContext context) {
        var have = "attested " + attested.effectiveAt();
        if (!attested.statement().equals(own.statement())) {
            return new Finding(false, have + " (worded anew since)", need, null);
        }
        var isOver =
                end(own, attested)
                        .filter(
                                until ->
                                        context.now().isAfter(DueDay.endsAt(until, context.zone())))
                        .isPresent();
        return isOver
                ? new Finding(false, have + ", which is too long ago", need, null)
                : new Finding(true, have, need, attested.evidence());
    }
}
