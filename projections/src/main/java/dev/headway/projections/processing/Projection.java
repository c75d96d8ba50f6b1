package dev.headway.projections.processing;

import dev.headway.projections.log.RecordedEvent;
import java.util.List;

/**
 * One question's way of keeping its tables up to date. Called by the reading loop inside a
 * transaction that also stores the position; must give the same tables when it meets an event a
 * second time.
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
     * What takes in the events of the transaction that begins; those of the next as well, as long
     * as nobody else writes these tables. One that meets an error is not used again.
     */
    Intake begin();

    /** Takes in these events and nothing else; in position order. */
    default void on(List<RecordedEvent> events) {
        var intake = begin();
        intake.on(events);
        intake.store();
    }

    /**
     * Works events into the tables with few statements: page after page as they are read, and what
     * it kept back at the end.
     */
    @FunctionalInterface
    interface Intake {

        /** The next events, in position order. */
        void on(List<RecordedEvent> page);

        /** Writes what it has kept back; called before each commit. */
        default void store() {}

        /** How many rows it remembers, kept back or not. */
        default int held() {
            return 0;
        }
    }
}
