package dev.headway.lifecycle.partnership.corrections;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import java.util.function.Function;

/**
 * How a kind of fact is recorded anew: by the body of the call that records it. A bean beside each
 * such call; what has none cannot be corrected, only withdrawn.
 *
 * @param event the kind of fact
 * @param body what its own call takes
 * @param bodyOf the body that records it as it is recorded
 * @param call makes the command of its own call
 * @param <E> the kind of fact
 * @param <B> the type of the body
 */
public record CorrectableFact<E extends PartnershipEvent, B>(
        Class<E> event, Class<B> body, Function<E, B> bodyOf, Call<E, B> call) {

    /** From a body to a command about what the fact is about. */
    @FunctionalInterface
    public interface Call<E, B> {

        /**
         * @param recorded names what is in the path of the call: a seat, a step
         */
        PartnershipCommand command(String partnershipId, E recorded, B body);
    }

    /** The body that records this as it is recorded. */
    Object bodyOf(PartnershipEvent recorded) {
        return bodyOf.apply(event.cast(recorded));
    }

    /** The command by which it would have been recorded with this body. */
    PartnershipCommand command(String partnershipId, PartnershipEvent recorded, Object given) {
        return call.command(partnershipId, event.cast(recorded), body.cast(given));
    }
}
