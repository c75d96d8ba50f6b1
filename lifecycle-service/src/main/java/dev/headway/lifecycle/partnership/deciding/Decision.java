package dev.headway.lifecycle.partnership.deciding;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command comes to, before anything is stored. */
public sealed interface Decision {

    /**
     * It happened, as these events; none when it had happened before: repeating is quiet success.
     */
    record Happened(List<PartnershipEvent> events) implements Decision {}

    /** What was recorded never held; this is recorded anew in its place. */
    record Corrected(FactWithdrawn withdrawal, PartnershipEvent anew) implements Decision {}

    /** A move that was not made. It is news, so it is stored as well. */
    record Refused(MoveRefused event) implements Decision {}

    /**
     * Not possible in the stage the partnership is in, or as another one is.
     *
     * @param other the one that stands in the way, which {@code why} names; null where none does
     */
    record Illegal(String why, @Nullable NamedPartnership other) implements Decision {

        public Illegal(String why) {
            this(why, null);
        }
    }

    /** A value that cannot be, given what is known; {@code pointer} names it in the body. */
    record Broken(String pointer, String message) implements Decision {}

    /** Not for this caller. */
    record Forbidden(String why) implements Decision {}

    /** The command names something of the partnership that is not there. */
    record Missing(String what) implements Decision {}

    static Decision happened(PartnershipEvent... events) {
        return new Happened(List.of(events));
    }

    static Decision nothingNew() {
        return new Happened(List.of());
    }
}
