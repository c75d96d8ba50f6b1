package dev.headway.lifecycle.partnership.deciding;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.commands.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of a command is told. Refusals are answers; exceptions are for bugs, broken
 * requests and lost races.
 */
public sealed interface CommandResult extends Versioned {

    /** The partnership's version after the command. */
    @Override
    long version();

    /**
     * Done, or done before.
     *
     * @param events how many events it took; none when there was nothing to change
     */
    record Done(String partnershipId, Stage stage, long version, int events)
            implements CommandResult {

        /** Whether this began the record of the partnership. */
        public boolean isFirst() {
            return events > 0 && events == version;
        }
    }

    /** The gate stayed shut; recorded. */
    record GateShut(String partnershipId, Stage stage, long version, EvaluatedGate gate)
            implements CommandResult {}

    /**
     * Not a possible move or command; a move of this kind is recorded.
     *
     * @param other the partnership that stands in the way, or null
     */
    record Illegal(
            String why, @Nullable Stage stage, long version, @Nullable NamedPartnership other)
            implements CommandResult {

        public Illegal(String why, @Nullable Stage stage, long version) {
            this(why, stage, version, null);
        }
    }

    /** The caller decided on an older version than the current one. */
    record Stale(long version) implements CommandResult {}

    /** A value that cannot be, given what is known. */
    record Broken(String pointer, String message, long version) implements CommandResult {}

    /** Not for this caller. */
    record Forbidden(String why, long version) implements CommandResult {}

    /** Something the command names is not there. */
    record Missing(String what, long version) implements CommandResult {}

    /** What the caller is told of a decision, once its events are applied. */
    static CommandResult of(Decision decision, String partnershipId, Stage stage, long version) {
        return switch (decision) {
            case Decision.Happened happened ->
                    new Done(partnershipId, stage, version, happened.events().size());
            case Decision.Corrected _ -> new Done(partnershipId, stage, version, 2);
            case Decision.Refused refused ->
                    refusal(refused.event(), partnershipId, stage, version);
            case Decision.Illegal illegal ->
                    new Illegal(illegal.why(), stage, version, illegal.other());
            case Decision.Broken broken -> new Broken(broken.pointer(), broken.message(), version);
            case Decision.Forbidden forbidden -> new Forbidden(forbidden.why(), version);
            case Decision.Missing missing -> new Missing(missing.what(), version);
        };
    }

    private static CommandResult refusal(
            MoveRefused refused, String partnershipId, Stage stage, long version) {
        var gate = refused.gate();
        return gate == null
                ? new Illegal(
                        "There is no move from " + refused.from() + " to " + refused.to(),
                        stage,
                        version)
                : new GateShut(partnershipId, stage, version, gate);
    }
}
