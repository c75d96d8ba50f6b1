package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRefused;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.projections.questions.CopyOnChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The waivers of a life. */
record ExceptionFigures(List<Waiver> waivers) {

    static final ExceptionFigures NONE = new ExceptionFigures(List.of());

    /**
     * An exception.
     *
     * @param pattern the partnership's when it was granted
     * @param approver the subject of who granted it; null where nobody did
     * @param approverId who that is in the directory; null where they are not in it
     * @param approverName their name as it was shown then; null as well
     * @param grantedAt null where nobody granted it
     */
    record Waiver(
            String waiverId,
            String criterion,
            Instant expiresOn,
            @Nullable String pattern,
            @Nullable String approver,
            @Nullable String approverId,
            @Nullable String approverName,
            @Nullable Instant grantedAt) {

        static Waiver of(WaiverRequested event) {
            return new Waiver(
                    event.waiverId(),
                    event.criterion(),
                    event.expiresOn(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        Waiver granted(WaiverGranted event, @Nullable String pattern) {
            return new Waiver(
                    waiverId,
                    criterion,
                    expiresOn,
                    pattern,
                    event.grantedBy(),
                    event.grantedById(),
                    event.grantedByName(),
                    event.effectiveAt());
        }
    }

    /**
     * @param pattern the partnership's
     */
    ExceptionFigures evolve(WaiverEvent event, @Nullable String pattern) {
        return switch (event) {
            case WaiverRequested e ->
                    new ExceptionFigures(CopyOnChange.plus(waivers, Waiver.of(e)));
            case WaiverGranted e ->
                    new ExceptionFigures(
                            CopyOnChange.update(
                                    waivers,
                                    requested -> requested.waiverId().equals(e.waiverId()),
                                    requested -> requested.granted(e, pattern)));
            case WaiverRefused _ -> this;
        };
    }
}
