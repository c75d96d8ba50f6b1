package dev.headway.projections.deadletters;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes table {@code dead_letter}: whoever holds a projection's claim, and nobody else, so that
 * all nodes see the same.
 */
@Component
public class DeadLetterTable {

    private final JdbcClient database;
    private final Clock clock;

    public DeadLetterTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Parks a stream, or says what came of another try. */
    public void park(String projection, ParkedEvent first, Fault fault) {
        database.sql(
                        """
                        insert into dead_letter as known
                               ( projection,  stream,  of_partnership,  position,  version,  event_id,
                                 event_type,  fault,  place,  tries,  later_events,  parked_at,  tried_at)
                        values (:projection, :stream, :of_partnership, :position, :version, :event_id,
                                :event_type, :fault, :place,      1,             0,       :now,      :now)
                        on conflict (projection, stream) do update
                        set    position     = excluded.position,
                               version      = excluded.version,
                               event_id     = excluded.event_id,
                               event_type   = excluded.event_type,
                               fault        = excluded.fault,
                               place        = excluded.place,
                               tries        = known.tries + 1,
                               later_events = 0,
                               tried_at     = excluded.tried_at
                        """)
                .param("projection", projection)
                .param("stream", first.stream())
                .param("of_partnership", first.ofPartnership())
                .param("position", first.position())
                .param("version", first.version())
                .param("event_id", first.eventId())
                .param("event_type", first.eventType())
                .param("fault", fault.type())
                .param("place", fault.place())
                .param("now", now())
                .update();
    }

    /** Counts events that were passed over, by stream. */
    public void addLater(String projection, Map<String, Integer> passedOver) {
        passedOver.forEach(
                (stream, events) ->
                        database.sql(
                                        """
                                        update dead_letter
                                        set    later_events = later_events + :events
                                        where  projection   = :projection
                                        and    stream       = :stream
                                        """)
                                .param("events", events)
                                .param("projection", projection)
                                .param("stream", stream)
                                .update());
    }

    /** Takes a letter away; what it stood for is worked in. */
    public void remove(String projection, String stream) {
        database.sql("delete from dead_letter where projection = :projection and stream = :stream")
                .param("projection", projection)
                .param("stream", stream)
                .update();
    }

    /** Takes all letters of a projection away. */
    public void clear(String projection) {
        database.sql("delete from dead_letter where projection = :projection")
                .param("projection", projection)
                .update();
    }

    /** The letters of a rebuild take the place of those of its projection. */
    public void replace(String projection, String rebuild) {
        clear(projection);
        database.sql("update dead_letter set projection = :projection where projection = :rebuild")
                .param("projection", projection)
                .param("rebuild", rebuild)
                .update();
    }

    /** Notes who had a letter replayed, and what came of it. */
    public void noteReplay(DeadLetter letter, String by, String outcome) {
        database.sql(
                        """
                        with noted as (
                            insert into dead_letter_replay
                                   ( projection,  stream,  position,  replayed_by, replayed_at,  outcome)
                            values (:projection, :stream, :position, :by,          :now,        :outcome))
                        update dead_letter
                        set    replayed_by = :by
                        where  projection  = :projection
                        and    stream      = :stream
                        """)
                .param("projection", letter.projection())
                .param("stream", letter.first().stream())
                .param("position", letter.first().position())
                .param("by", by)
                .param("now", now())
                .param("outcome", outcome)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
