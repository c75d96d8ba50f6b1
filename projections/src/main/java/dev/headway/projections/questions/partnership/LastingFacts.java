package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent.ObligationDischarged;
import dev.headway.contracts.PartnershipEvent.ObligationEvent;
import dev.headway.contracts.PartnershipEvent.ObligationHandedOver;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PartnershipScaled;
import dev.headway.contracts.PartnershipEvent.PartnershipSteppedBack;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.PartnershipEvent.PilotStarted;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.projections.questions.CopyOnChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What survives every move, and a revival.
 *
 * @param stages every stage it ever entered, former lives included
 */
record LastingFacts(List<Stay> stages, List<Obligation> obligations) {

    static final LastingFacts NONE = new LastingFacts(List.of(), List.of());

    record Stay(String stage, Instant since, @Nullable String reason) {}

    record Obligation(
            String obligationId,
            String what,
            String owedTo,
            Instant dueOn,
            String status,
            @Nullable String how,
            @Nullable String to,
            @Nullable Instant settledAt) {

        static Obligation of(ObligationTaken event) {
            return new Obligation(
                    event.obligationId(),
                    event.what(),
                    event.owedTo(),
                    event.dueOn(),
                    "OPEN",
                    null,
                    null,
                    null);
        }

        Obligation closed(String status, String how, @Nullable String to, Instant at) {
            return new Obligation(obligationId, what, owedTo, dueOn, status, how, to, at);
        }
    }

    LastingFacts evolve(StageEntered event) {
        var stay = new Stay(event.stage().name(), event.effectiveAt(), reason(event));
        return new LastingFacts(CopyOnChange.plus(stages, stay), obligations);
    }

    LastingFacts evolve(ObligationEvent event) {
        return new LastingFacts(
                stages,
                switch (event) {
                    case ObligationTaken e -> CopyOnChange.plus(obligations, Obligation.of(e));
                    case ObligationDischarged e -> closed(e, "DISCHARGED", e.how(), null);
                    case ObligationHandedOver e -> closed(e, "HANDED_OVER", e.how(), e.to());
                });
    }

    private List<Obligation> closed(
            ObligationEvent event, String status, String how, @Nullable String to) {
        return CopyOnChange.update(
                obligations,
                owed -> owed.obligationId().equals(event.obligationId()),
                owed -> owed.closed(status, how, to, event.effectiveAt()));
    }

    private static @Nullable String reason(StageEntered event) {
        return switch (event) {
            case PartnershipSteppedBack back -> back.reason();
            case PartnershipSunset sunset -> sunset.reason();
            case PartnershipRevived revived -> revived.reason();
            case PartnershipRegistered _,
                    PilotStarted _,
                    PartnershipLaunched _,
                    PartnershipScaled _ ->
                    null;
        };
    }
}
