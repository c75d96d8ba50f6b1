package dev.headway.projections.processing;

import dev.headway.projections.log.RecordedEvent;
import java.util.List;
import java.util.function.Consumer;

/**
 * One question's way of keeping its tables up to date. Called by its processor inside a transaction
 * that also stores the position; must give the same tables when it meets an event a second time.
 */
public interface Projection {

    /** Stable name under which the position is kept, as {@code ghost-towns}. */
    String name();

    /**
     * The tables it fills from events and from nothing else, unqualified. A rebuild empties them;
     * what must outlive a rebuild (alerts, deliveries) is not listed here.
     */
    List<String> tables();

    /**
     * Whether what it keeps of a partnership follows from the program's policy as well, as it stood
     * when an event was recorded: such an event cannot be worked in under a later one.
     */
    default boolean followsProgram() {
        return false;
    }

    /**
     * Whether commands ask it, so that a node which takes them keeps it up to date even where all
     * questions are answered elsewhere.
     */
    default boolean isAskedByCommands() {
        return false;
    }

    /**
     * The handler of the events of the transaction that begins; of those of the next as well, as
     * long as nobody else writes these tables. One that meets an error is not used again.
     */
    BatchHandler open();

    /** Handles these events and nothing else; in position order. */
    default void on(List<RecordedEvent> events) {
        var handler = open();
        handler.on(events);
        handler.flush();
    }

    /**
     * Turns events into rows with few statements: page after page as they are read, and what is
     * buffered at the end.
     */
    @FunctionalInterface
    interface BatchHandler {

        /** One that keeps nothing between pages. */
        static BatchHandler of(Consumer<List<RecordedEvent>> on, Consumer<Restatement> restate) {
            return new BatchHandler() {
                @Override
                public void on(List<RecordedEvent> page) {
                    on.accept(page);
                }

                @Override
                public void restate(Restatement restatement) {
                    restate.accept(restatement);
                }
            };
        }

        /** The next events, in position order, but for the causes of restatements. */
        void on(List<RecordedEvent> page);

        /**
         * From this event on something else is known of a partnership, whose rows are to be worked
         * out anew; not one of the events given to {@link #on}. Whoever keeps events as they were
         * recorded takes it for one more.
         */
        default void restate(Restatement restatement) {
            on(List.of(restatement.cause()));
        }

        /** Writes what is buffered; called before each commit. */
        default void flush() {}

        /** How many rows it holds in memory, changed or not. */
        default int buffered() {
            return 0;
        }
    }
}
