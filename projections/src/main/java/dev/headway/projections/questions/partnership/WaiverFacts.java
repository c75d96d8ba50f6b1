package dev.headway.projections.questions.partnership;

import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRefused;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.contracts.written.DueDay;
import dev.headway.projections.questions.CopyOnChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The exceptions that were asked for. */
record WaiverFacts(List<Waiver> waivers) {

    static final WaiverFacts NONE = new WaiverFacts(List.of());

    private static final String GRANTED = "GRANTED";

    record Waiver(
            String waiverId,
            String criterion,
            String reason,
            Instant expiresOn,
            String requestedBy,
            @Nullable String requestedById,
            String status,
            @Nullable String decidedBy,
            @Nullable String decidedById,
            @Nullable String decision) {

        static Waiver of(WaiverRequested event) {
            return new Waiver(
                    event.waiverId(),
                    event.criterion(),
                    event.reason(),
                    event.expiresOn(),
                    shown(event.requestedByName(), event.requestedBy()),
                    event.requestedById(),
                    "REQUESTED",
                    null,
                    null,
                    null);
        }

        Waiver granted(WaiverGranted event) {
            return decided(
                    GRANTED,
                    shown(event.grantedByName(), event.grantedBy()),
                    event.grantedById(),
                    event.reason());
        }

        Waiver refused(WaiverRefused event) {
            return decided(
                    "REFUSED",
                    shown(event.refusedByName(), event.refusedBy()),
                    event.refusedById(),
                    event.reason());
        }

        private Waiver decided(String status, String by, @Nullable String byId, String decision) {
            return new Waiver(
                    waiverId,
                    criterion,
                    reason,
                    expiresOn,
                    requestedBy,
                    requestedById,
                    status,
                    by,
                    byId,
                    decision);
        }

        /** By name as it was then, or by subject where no name is known. */
        private static String shown(@Nullable String name, String subject) {
            return name == null ? subject : name;
        }
    }

    WaiverFacts evolve(WaiverEvent event) {
        return new WaiverFacts(
                switch (event) {
                    case WaiverRequested e -> CopyOnChange.plus(waivers, Waiver.of(e));
                    case WaiverGranted e -> decided(e, requested -> requested.granted(e));
                    case WaiverRefused e -> decided(e, requested -> requested.refused(e));
                });
    }

    /** Those that are over at {@code now}, and whose criterion no other one covers. */
    List<Waiver> expiredAt(Instant now, ZoneId zone) {
        var granted = waivers.stream().filter(each -> each.status().equals(GRANTED)).toList();
        var covered =
                granted.stream()
                        .filter(each -> !DueDay.isOver(each.expiresOn(), now, zone))
                        .map(Waiver::criterion)
                        .collect(Collectors.toSet());
        return granted.stream().filter(each -> !covered.contains(each.criterion())).toList();
    }

    private List<Waiver> decided(WaiverEvent event, UnaryOperator<Waiver> decision) {
        return CopyOnChange.update(
                waivers, requested -> requested.waiverId().equals(event.waiverId()), decision);
    }
}
