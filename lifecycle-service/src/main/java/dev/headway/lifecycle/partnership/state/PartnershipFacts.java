package dev.headway.lifecycle.partnership.state;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a registered partnership, whatever its stage.
 *
 * @param name what people call it
 * @param partner whom it is with
 * @param pattern the name of the pattern it executes, or null; survives a revival
 * @param lastMoveAt effective time of the newest stage move (or of registration); the next one may
 *     not lie before it
 * @param lastMotionAt newest motion by effective time, or null
 * @param evidence what gates are evaluated on, since the newest entry into PROSPECT
 * @param obligations what is owed; survives every move
 * @param imported what an import brought, empty for a partnership that was registered live
 * @param hadCustomers whether customers ever used it: a joint win, or a launch, in any of its lives
 * @param voided whether it should never have been registered
 */
public record PartnershipFacts(
        String name,
        Partner partner,
        @Nullable String pattern,
        Instant lastMoveAt,
        @Nullable Instant lastMotionAt,
        Evidence evidence,
        Obligations obligations,
        ImportedHistory imported,
        boolean hadCustomers,
        boolean voided) {

    static PartnershipFacts of(PartnershipRegistered event) {
        return new PartnershipFacts(
                event.name(),
                Partner.of(event),
                null,
                event.effectiveAt(),
                null,
                Evidence.NONE,
                Obligations.NONE,
                ImportedHistory.of(event),
                false,
                false);
    }

    PartnershipFacts evolve(PartnershipEvent event) {
        var moved = event.isMotion() ? withMotionAt(event.effectiveAt()) : this;
        var facts = bringsCustomers(event) ? moved.withCustomers() : moved;
        return switch (event) {
            case StageEntered e -> facts.entering(e);
            case PartnershipRenamed e -> facts.withName(e.name());
            case PartnerDescribed e -> facts.withPartner(Partner.of(e));
            case PatternChosen e -> facts.withPattern(e.pattern());
            case RowImported e -> facts.withImported(imported.evolve(e));
            case EvidenceEvent e -> facts.withEvidence(evidence.evolve(e));
            case ObligationEvent e -> facts.withObligations(obligations.evolve(e));
            case VoidingEvent e -> facts.withVoided(e instanceof PartnershipVoided);
            case TouchpointRecorded e -> facts.withEvidence(evidence.with(e));
            case ParkingEvent _, MotionEvent _, CorrectionEvent _, MoveRefused _ -> facts;
        };
    }

    private PartnershipFacts entering(StageEntered event) {
        return switch (event) {
            case PartnershipRegistered _ -> this;
            case GatedMove e -> withMoveAt(e.effectiveAt()).withImported(imported.evolve(e));
            case PartnershipSteppedBack e ->
                    withMoveAt(e.effectiveAt()).withEvidence(evidence.withoutPilot(e));
            case PartnershipRevived e -> withMoveAt(e.effectiveAt()).withEvidence(Evidence.NONE);
        };
    }

    private PartnershipFacts withMotionAt(Instant at) {
        var newest = lastMotionAt == null || at.isAfter(lastMotionAt) ? at : lastMotionAt;
        return new PartnershipFacts(
                name,
                partner,
                pattern,
                lastMoveAt,
                newest,
                evidence,
                obligations,
                imported,
                hadCustomers,
                voided);
    }

    private PartnershipFacts withName(String name) {
        return new PartnershipFacts(
                name,
                partner,
                pattern,
                lastMoveAt,
                lastMotionAt,
                evidence,
                obligations,
                imported,
                hadCustomers,
                voided);
    }

    private PartnershipFacts withPartner(Partner partner) {
        return new PartnershipFacts(
                name,
                partner,
                pattern,
                lastMoveAt,
                lastMotionAt,
                evidence,
                obligations,
                imported,
                hadCustomers,
                voided);
    }

    private PartnershipFacts withVoided(boolean voided) {
        return new PartnershipFacts(
                name,
                partner,
                pattern,
                lastMoveAt,
                lastMotionAt,
                evidence,
                obligations,
                imported,
                hadCustomers,
                voided);
    }

    private PartnershipFacts withPattern(String pattern) {
        return new PartnershipFacts(
                name,
                partner,
                pattern,
                lastMoveAt,
                lastMotionAt,
                evidence,
                obligations,
                imported,
                hadCustomers,
                voided);
    }

    private PartnershipFacts withMoveAt(Instant at) {
        return new PartnershipFacts(
                name,
                partner,
                pattern,
                at,
                lastMotionAt,
                evidence,
                obligations,
                imported,
                hadCustomers,
                voided);
    }

    private PartnershipFacts withEvidence(Evidence evidence) {
        return new PartnershipFacts(
                name,
                partner,
                pattern,
                lastMoveAt,
                lastMotionAt,
                evidence,
                obligations,
                imported,
                hadCustomers,
                voided);
    }

    private static boolean bringsCustomers(PartnershipEvent event) {
        return event instanceof JointWinRecorded
                || event instanceof GatedMove move && move.stage().isLaunched();
    }

    private PartnershipFacts withCustomers() {
        return new PartnershipFacts(
                name,
                partner,
                pattern,
                lastMoveAt,
                lastMotionAt,
                evidence,
                obligations,
                imported,
                true,
                voided);
    }

    PartnershipFacts withImported(ImportedHistory imported) {
        return new PartnershipFacts(
                name,
                partner,
                pattern,
                lastMoveAt,
                lastMotionAt,
                evidence,
                obligations,
                imported,
                hadCustomers,
                voided);
    }

    private PartnershipFacts withObligations(Obligations obligations) {
        return new PartnershipFacts(
                name,
                partner,
                pattern,
                lastMoveAt,
                lastMotionAt,
                evidence,
                obligations,
                imported,
                hadCustomers,
                voided);
    }
}
