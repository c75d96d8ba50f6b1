package dev.headway.projections.questions.waivers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A waiver as the list shows it.
 *
 * @param partnershipName what the partnership is called now
 * @param status {@code REQUESTED}, {@code GRANTED}, {@code REFUSED} or {@code EXPIRED}
 * @param decision the words of whoever decided
 */
record Waiver(
        String id,
        String partnershipId,
        String partnershipName,
        String criterion,
        String reason,
        Instant requestedAt,
        String requestedBy,
        @Nullable String requestedById,
        Instant expiresOn,
        String status,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decidedById,
        @Nullable String decision) {

    static Waiver of(WaiverEntry entry, String name, boolean expired) {
        return new Waiver(
                entry.waiverId(),
                entry.partnershipId(),
                name,
                entry.criterion(),
                entry.reason(),
                entry.requestedAt(),
                entry.requestedBy(),
                entry.requestedById(),
                entry.expiresOn(),
                expired ? WaiverStatus.EXPIRED.name() : entry.status(),
                entry.decidedAt(),
                entry.decidedBy(),
                entry.decidedById(),
                entry.decision());
    }
}
