package dev.headway.lifecycle.partnership.state;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a registered partnership, whatever its stage.
 *
 * @param name what people call it
 * @param pattern the name of the pattern it executes, or null; survives a revival
 * @param lastMoveAt effective time of the newest stage move (or of registration); the next one may
 *     not lie before it
 * @param lastMotionAt newest motion by effective time, or null
 * @param evidence what gates are evaluated on, since the newest entry into PROSPECT
 * @param obligations what is owed; survives every move
 * @param imported what an import brought, empty for a partnership that was registered live
 */
public record PartnershipFacts(
        String name,
        @Nullable String pattern,
        Instant lastMoveAt,
        @Nullable Instant lastMotionAt,
        Evidence evidence,
        Obligations obligations,
        ImportedHistory imported) {

    static PartnershipFacts of(PartnershipRegistered event) {
        return new PartnershipFacts(
                event.name(),
                null,
                event.effectiveAt(),
                null,
                Evidence.NONE,
                Obligations.NONE,
                ImportedHistory.of(event));
    }

    PartnershipFacts evolve(PartnershipEvent event) {
        var facts = event.isMotion() ? withMotionAt(event.effectiveAt()) : this;
        return switch (event) {
            case StageEntered e -> facts.entering(e);
            case PartnershipRenamed e -> facts.withName(e.name());
            case PatternChosen e -> facts.withPattern(e.pattern());
            case RowImported e -> facts.withImported(imported.evolve(e));
            case EvidenceEvent e -> facts.withEvidence(evidence.evolve(e));
            case ObligationEvent e -> facts.withObligations(obligations.evolve(e));
            case ParkingEvent _, MotionEvent _, MoveRefused _ -> facts;
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
                name, pattern, lastMoveAt, newest, evidence, obligations, imported);
    }

    private PartnershipFacts withName(String name) {
        return new PartnershipFacts(
                name, pattern, lastMoveAt, lastMotionAt, evidence, obligations, imported);
    }

    private PartnershipFacts withPattern(String pattern) {
        return new PartnershipFacts(
                name, pattern, lastMoveAt, lastMotionAt, evidence, obligations, imported);
    }

    private PartnershipFacts withMoveAt(Instant at) {
        return new PartnershipFacts(
                name, pattern, at, lastMotionAt, evidence, obligations, imported);
    }

    private PartnershipFacts withEvidence(Evidence evidence) {
        return new PartnershipFacts(
                name, pattern, lastMoveAt, lastMotionAt, evidence, obligations, imported);
    }

    private PartnershipFacts withImported(ImportedHistory imported) {
        return new PartnershipFacts(
                name, pattern, lastMoveAt, lastMotionAt, evidence, obligations, imported);
    }

    private PartnershipFacts withObligations(Obligations obligations) {
        return new PartnershipFacts(
                name, pattern, lastMoveAt, lastMotionAt, evidence, obligations, imported);
    }
}
