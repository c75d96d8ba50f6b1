package dev.headway.contracts;

import java.time.Instant;
import java.util.List;

/**
 * That somebody looked at the audit, and for what. Each look is a stream of its own, {@code
 * audit/<id>}, so that one waits for no other.
 */
public sealed interface AuditEvent extends HeadwayEvent {

    /** What the names of these streams begin with. */
    String STREAM = "audit/";

    String accessId();

    /** What was asked, in the order of the names. */
    List<AskedFilter> filters();

    /** The entries were searched; the further pages of a search belong to it. */
    record AuditSearched(String accessId, List<AskedFilter> filters, Instant effectiveAt)
            implements AuditEvent {}

    /**
     * What is sealed was carried away.
     *
     * @param checkpointSize how many events the checkpoint of the export seals
     */
    record AuditExported(
            String accessId, List<AskedFilter> filters, long checkpointSize, Instant effectiveAt)
            implements AuditEvent {}

    /**
     * The pack of a quarter was made.
     *
     * @param quarter as {@code 2026-Q3}
     */
    record PackMade(String accessId, String quarter, List<AskedFilter> filters, Instant effectiveAt)
            implements AuditEvent {}

    /**
     * Somebody reads the events themselves as they come; noted once a day.
     *
     * @param after the position behind which they began
     */
    record EventsRead(String accessId, long after, List<AskedFilter> filters, Instant effectiveAt)
            implements AuditEvent {}

    /**
     * What a question was narrowed to.
     *
     * @param name of the parameter, as {@code kind}
     * @param value as it was given; of one that was given more than once each is one
     */
    record AskedFilter(String name, String value) {}
}
