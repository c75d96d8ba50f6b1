package dev.headway.contracts;

import java.time.Instant;

/**
 * Everything Headway ever stores as a fact. Stored and published under the record's simple name and
 * a revision, never under its Java class name; flat and raw, so that it can be read for ever. Who
 * did it, through which channel and why travel beside the event, in its {@link Provenance}.
 */
public sealed interface HeadwayEvent
        permits PartnershipEvent,
                AlertEvent,
                PartnerEvent,
                ProgramEvent,
                ImportEvent,
                PersonEvent,
                ErasureEvent,
                SealingEvent,
                AuditEvent,
                ProjectionEvent,
                WebhookEvent {

    /**
     * When it happened, as told by the caller; never in the future. When it was stored is beside
     * the event.
     */
    Instant effectiveAt();
}
