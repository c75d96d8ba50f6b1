package dev.headway.projections.questions.scorecards;

import dev.headway.contracts.PartnershipEvent.ObligationDischarged;
import dev.headway.contracts.PartnershipEvent.ObligationEvent;
import dev.headway.contracts.PartnershipEvent.ObligationHandedOver;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.written.DueDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a partnership's yes owes, while its history is read: it survives every move. What was handed
 * over is somebody else's.
 */
final class PromisedObligations {

    private final ZoneId zone;
    private final Map<String, Owed> open = new LinkedHashMap<>();
    private final List<Promise> discharged = new ArrayList<>();

    private record Owed(Instant dueOn, String event) {}

    PromisedObligations(ZoneId zone) {
        this.zone = zone;
    }

    void next(ObligationEvent event, String eventId) {
        switch (event) {
            case ObligationTaken e -> open.put(e.obligationId(), new Owed(e.dueOn(), eventId));
            case ObligationHandedOver e -> open.remove(e.obligationId());
            case ObligationDischarged e -> {
                var owed = open.remove(e.obligationId());
                if (owed != null) {
                    discharged.add(promise(owed, e.effectiveAt(), eventId));
                }
            }
        }
    }

    List<Promise> all() {
        var all = new ArrayList<>(discharged);
        open.values().forEach(owed -> all.add(promise(owed, null, null)));
        return all;
    }

    private Promise promise(Owed owed, @Nullable Instant at, @Nullable String by) {
        return new Promise(
                Measure.OBLIGATIONS_ON_TIME,
                DueDay.endsAt(owed.dueOn(), zone),
                at,
                Stream.of(owed.event(), by == null ? "" : by)
                        .filter(each -> !each.isEmpty())
                        .toList());
    }
}
