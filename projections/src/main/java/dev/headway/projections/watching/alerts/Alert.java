package dev.headway.projections.watching.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.chat.delivery.DeliveriesByAlert.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One episode, and what people answered.
 *
 * @param subject what of the partnership it is about, where it is not the whole: a seat, the id of
 *     a step, bend, waiver or obligation
 * @param about the subject in words
 * @param why a sentence that says why it was raised
 * @param relief what would resolve it
 * @param shadow the fading of a ghost town: listed, and neither told nor counted
 * @param late raised more than five minutes after it was due and known to be
 * @param owner who acknowledged it last, as shown then
 * @param ownerId the same person in the directory, or null
 * @param answer the note or the reason of the last answer
 * @param resolvedBy id of the event after which the rule no longer held, {@code POLICY} or {@code
 *     TIME}
 * @param version how many answers there have been; the ETag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Alert(
        UUID id,
        String partnershipId,
        String partnershipName,
        String rule,
        String severity,
        @Nullable String subject,
        @Nullable String about,
        String why,
        String relief,
        Anchor anchor,
        Instant dueAt,
        Instant raisedAt,
        boolean shadow,
        boolean late,
        String status,
        @Nullable String owner,
        @Nullable String ownerId,
        @Nullable Instant snoozedUntil,
        @Nullable Instant escalatedAt,
        @Nullable String answeredBy,
        @Nullable String answeredById,
        @Nullable Instant answeredAt,
        @Nullable String answer,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        long version,
        List<Delivery> deliveries) {

    /** The event that a clock is counted from; {@code event} is its type, as in the history. */
    record Anchor(String event, String eventId, Instant at) {}

    Alert withDeliveries(List<Delivery> deliveries) {
        return new Alert(
                id,
                partnershipId,
                partnershipName,
                rule,
                severity,
                subject,
                about,
                why,
                relief,
                anchor,
                dueAt,
                raisedAt,
                shadow,
                late,
                status,
                owner,
                ownerId,
                snoozedUntil,
                escalatedAt,
                answeredBy,
                answeredById,
                answeredAt,
                answer,
                resolvedAt,
                resolvedBy,
                version,
                deliveries);
    }
}
