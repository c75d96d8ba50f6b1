package dev.headway.lifecycle.partnership.gates;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.state.Evidence;
import dev.headway.lifecycle.partnership.state.PartnershipFacts;
import dev.headway.lifecycle.program.Policy;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a gate looks at when it is evaluated: always when the move is recorded, with what is then
 * known.
 *
 * @param stage the stage the partnership would leave
 * @param facts what is known of it
 * @param policy the program policy in force
 * @param now when it is evaluated
 * @param reasonCode the code given with the move, or null
 * @param reason the narrative given with the move, or null
 */
public record GateContext(
        Stage stage,
        PartnershipFacts facts,
        Policy policy,
        Instant now,
        @Nullable String reasonCode,
        @Nullable String reason) {

    Evidence evidence() {
        return facts.evidence();
    }

    <E extends PartnershipEvent> Optional<E> latest(Class<E> kind) {
        return evidence().latestEvents().latest(kind);
    }

    <E extends PartnershipEvent> Optional<E> latest(Class<E> kind, Enum<?> subject) {
        return evidence().latestEvents().latest(kind, subject.name());
    }
}
