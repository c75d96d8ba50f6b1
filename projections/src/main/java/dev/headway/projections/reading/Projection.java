package dev.headway.projections.reading;

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

    /** Works a batch into the tables, with few statements; events are in position order. */
    void on(List<RecordedEvent> batch);
}
