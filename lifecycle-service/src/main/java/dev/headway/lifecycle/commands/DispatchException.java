package dev.headway.lifecycle.commands;

import dev.headway.projections.log.EventStoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Why a command did not get an answer from its aggregate. Made without a stack trace, since it is
 * an answer to the caller and not a bug.
 */
public abstract sealed class DispatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DispatchException(String message) {
        this(message, null);
    }

    private DispatchException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }

    /** None of the caller's roles allows the command. */
    public static final class NotPermitted extends DispatchException {
        private static final long serialVersionUID = 1L;

        NotPermitted(Command command) {
            super("Not for the roles of the caller: " + command.getClass().getSimpleName());
        }
    }

    /** Nothing is there under the id that the command is for. */
    public static final class UnknownAggregate extends DispatchException {
        private static final long serialVersionUID = 1L;

        private final String aggregateType;

        /**
         * @param aggregateType what is not there, as {@link Command#aggregateType()} has it
         */
        public UnknownAggregate(String aggregateType) {
            super("There is no such " + aggregateType);
            this.aggregateType = aggregateType;
        }

        public String aggregateType() {
            return aggregateType;
        }
    }

    /** The idempotency key came with another body before. */
    public static final class KeyReused extends DispatchException {
        private static final long serialVersionUID = 1L;

        KeyReused() {
            super("The idempotency key came with another body before");
        }
    }

    /** The first request with this idempotency key still runs. */
    public static final class KeyInUse extends DispatchException {
        private static final long serialVersionUID = 1L;

        KeyInUse() {
            super("The first request with this idempotency key still runs");
        }
    }

    /** Each time that the command was decided, somebody else had stored something before. */
    public static final class TooManyWriters extends DispatchException {
        private static final long serialVersionUID = 1L;

        TooManyWriters() {
            super("Too many writers at once");
        }
    }

    /** The event store is away or too busy, and nothing was stored. */
    public static final class StoreUnavailable extends DispatchException {
        private static final long serialVersionUID = 1L;

        /**
         * @param cause how PostgreSQL said no
         */
        StoreUnavailable(EventStoreUnavailableException cause) {
            super("The event store is away; nothing was stored", cause);
        }
    }

    /** What would be stored of it is larger than an event may be. */
    public static final class TooLarge extends DispatchException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("What would be stored is larger than an event may be");
        }
    }

    /** The event store went away in the middle; all was stored or nothing. */
    public static final class OutcomeUnknown extends DispatchException {
        private static final long serialVersionUID = 1L;

        OutcomeUnknown() {
            super("The event store went away in the middle; whether it was stored is unknown");
        }
    }
}
