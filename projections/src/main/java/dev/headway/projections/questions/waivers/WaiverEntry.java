package dev.headway.projections.questions.waivers;

import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRefused;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A waiver as a row has it.
 *
 * @param status {@code REQUESTED}, {@code GRANTED} or {@code REFUSED}
 * @param decision the words of whoever decided
 * @param moot whether its partnership has ended or was voided
 * @param version the partnership's, of the newest event that changed it
 */
record WaiverEntry(
        String partnershipId,
        String waiverId,
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
        @Nullable String decision,
        boolean moot,
        long version) {

    static WaiverEntry of(String partnershipId, WaiverRequested event, long version) {
        return new WaiverEntry(
                partnershipId,
                event.waiverId(),
                event.criterion(),
                event.reason(),
                event.effectiveAt(),
                shown(event.requestedByName(), event.requestedBy()),
                event.requestedById(),
                event.expiresOn(),
                WaiverStatus.REQUESTED.name(),
                null,
                null,
                null,
                null,
                false,
                version);
    }

    WaiverEntry granted(WaiverGranted event, long at) {
        return decided(
                WaiverStatus.GRANTED,
                event.effectiveAt(),
                shown(event.grantedByName(), event.grantedBy()),
                event.grantedById(),
                event.reason(),
                at);
    }

    WaiverEntry refused(WaiverRefused event, long at) {
        return decided(
                WaiverStatus.REFUSED,
                event.effectiveAt(),
                shown(event.refusedByName(), event.refusedBy()),
                event.refusedById(),
                event.reason(),
                at);
    }

    /** Nobody decides it any more. */
    WaiverEntry asMoot(long at) {
        return new WaiverEntry(
                partnershipId,
                waiverId,
                criterion,
                reason,
                requestedAt,
                requestedBy,
                requestedById,
                expiresOn,
                status,
                decidedAt,
                decidedBy,
                decidedById,
                decision,
                true,
                at);
    }

    private WaiverEntry decided(
            WaiverStatus now,
            Instant decidedAt,
            String by,
            @Nullable String byId,
            String decision,
            long at) {
        return new WaiverEntry(
                partnershipId,
                waiverId,
                criterion,
                reason,
                requestedAt,
                requestedBy,
                requestedById,
                expiresOn,
                now.name(),
                decidedAt,
                by,
                byId,
                decision,
                moot,
                at);
    }

    /** By name as it was then, or by subject where no name is known. */
    private static String shown(@Nullable String name, String subject) {
        return name == null ? subject : name;
    }
}
