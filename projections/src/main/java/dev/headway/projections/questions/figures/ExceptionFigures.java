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
     * @param approver who granted it; null where nobody did
     */
    record Waiver(
            String waiverId,
            String criterion,
            Instant expiresOn,
            @Nullable String pattern,
            @Nullable String approver) {}

    /**
     * @param pattern the partnership's
     */
    ExceptionFigures evolve(WaiverEvent event, @Nullable String pattern) {
        return switch (event) {
            case WaiverRequested e ->
                    new ExceptionFigures(
                            CopyOnChange.plus(
                                    waivers,
                                    new Waiver(
                                            e.waiverId(),
                                            e.criterion(),
                                            e.expiresOn(),
                                            null,
                                            null)));
            case WaiverGranted e ->
                    new ExceptionFigures(
                            CopyOnChange.update(
                                    waivers,
                                    requested -> requested.waiverId().equals(e.waiverId()),
                                    requested ->
                                            new Waiver(
                                                    requested.waiverId(),
                                                    requested.criterion(),
                                                    requested.expiresOn(),
                                                    pattern,
                                                    e.grantedBy())));
            case WaiverRefused _ -> this;
        };
    }
}
