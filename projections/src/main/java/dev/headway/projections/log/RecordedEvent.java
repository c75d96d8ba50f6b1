package dev.headway.projections.log;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.Provenance;
import java.time.Instant;

/**
 * An event as it stands in the log.
 *
 * @param position its place in the whole log; commit order, with holes allowed
 * @param eventId unique for ever
 * @param stream what it belongs to: a partnership's id, {@code program}, an import's or an alert's
 * @param version its place in the stream, from 1 without holes; the stream's version after it
 * @param event what happened
 * @param recordedAt when Headway stored it
 * @param provenance who, through which channel, on what occasion
 */
public record RecordedEvent(
        long position,
        String eventId,
        String stream,
        long version,
        HeadwayEvent event,
        Instant recordedAt,
        Provenance provenance) {}
