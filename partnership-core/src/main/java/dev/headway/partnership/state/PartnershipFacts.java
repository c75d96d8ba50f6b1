package dev.headway.partnership.state;

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
        return new PartnershipFacts(
                event instanceof PartnershipRenamed renamed ? renamed.name() : name,
                event instanceof PartnerDescribed described ? Partner.of(described) : partner,
                event instanceof PatternChosen chosen ? chosen.pattern() : pattern,
                isMove(event) ? event.effectiveAt() : lastMoveAt,
                event.isMotion() ? newest(event.effectiveAt()) : lastMotionAt,
                evidenceAfter(event),
                event instanceof ObligationEvent owed ? obligations.evolve(owed) : obligations,
                imported.evolve(event),
                hadCustomers || bringsCustomers(event),
                event instanceof VoidingEvent ? event instanceof PartnershipVoided : voided);
    }

    private Evidence evidenceAfter(PartnershipEvent event) {
        return switch (event) {
            case EvidenceEvent e -> evidence.evolve(e);
            case TouchpointRecorded e -> evidence.with(e);
            case PartnershipSteppedBack e -> evidence.withoutPilot(e);
            case PartnershipRevived _ -> Evidence.NONE;
            case StageEntered _, MotionEvent _, DescriptionEvent _, ObligationEvent _ -> evidence;
            case ParkingEvent _, CorrectionEvent _, VoidingEvent _, MoveRefused _ -> evidence;
        };
    }

    private Instant newest(Instant motionAt) {
        return lastMotionAt == null || motionAt.isAfter(lastMotionAt) ? motionAt : lastMotionAt;
    }

    /** A partnership is registered only once, whatever the order of what is met. */
    private static boolean isMove(PartnershipEvent event) {
        return event instanceof StageEntered && !(event instanceof PartnershipRegistered);
    }

    private static boolean bringsCustomers(PartnershipEvent event) {
        return event instanceof JointWinRecorded
                || event instanceof GatedMove move && move.stage().isLaunched();
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
}
