package dev.headway.projections.questions.partnership;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.contracts.PartnershipEvent.PartnershipAnnounced;
import dev.headway.projections.questions.FirstUse;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That the world was told, and how long it took a customer from then on.
 *
 * @param told what was said last in this life, or null
 * @param firstUseAt when the first customer of this life used it, or null
 */
record AnnouncedFacts(
        @JsonIgnore @Nullable PartnershipAnnounced told, @JsonIgnore @Nullable Instant firstUseAt) {

    static final AnnouncedFacts NONE = new AnnouncedFacts(null, null);

    /**
     * @param daysToFirstUse negative where a customer had used it before; null where none has yet
     */
    record Announcement(
            String where,
            Instant announcedOn,
            @Nullable Instant firstUseAt,
            @Nullable BigDecimal daysToFirstUse) {}

    /** As it is answered; null where nothing was announced. */
    @JsonProperty
    @Nullable Announcement announcement() {
        return told == null
                ? null
                : new Announcement(
                        told.where(),
                        told.announcedOn(),
                        firstUseAt,
                        firstUseAt == null ? null : FirstUse.days(told.announcedOn(), firstUseAt));
    }

    AnnouncedFacts evolve(PartnershipAnnounced event) {
        return new AnnouncedFacts(event, firstUseAt);
    }

    AnnouncedFacts evolve(JointWinRecorded event) {
        return new AnnouncedFacts(told, FirstUse.earlier(firstUseAt, event.effectiveAt()));
    }
}
