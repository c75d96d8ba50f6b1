package dev.headway.projections.questions.together;

import dev.headway.contracts.written.DueDay;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something that one side owes the other until a day.
 *
 * @param id of the step, obligation or bend
 * @param by whoever does it, by name; null where nobody was named
 * @param to to whom an obligation is owed; null for what is owed to the other side
 */
record OwedThing(
        String partnershipId,
        String partnershipName,
        Kind kind,
        String id,
        String what,
        String side,
        @Nullable String by,
        @Nullable String to,
        Instant dueOn) {

    /** An open step, what a yes owes, or a bend that is promised and not delivered. */
    enum Kind {
        STEP,
        OBLIGATION,
        BEND
    }

    /** As it stands at an instant. */
    record Owed(
            String partnershipId,
            String partnershipName,
            Kind kind,
            String id,
            String what,
            @Nullable String by,
            @Nullable String to,
            Instant dueOn,
            boolean overdue) {}

    Owed at(Instant now, ZoneId zone) {
        return new Owed(
                partnershipId,
                partnershipName,
                kind,
                id,
                what,
                by,
                to,
                dueOn,
                DueDay.isOver(dueOn, now, zone));
    }
}
