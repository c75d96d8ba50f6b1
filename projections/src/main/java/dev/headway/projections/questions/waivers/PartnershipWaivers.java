package dev.headway.projections.questions.waivers;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRefused;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.questions.CopyOnChange;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The waivers of one partnership's present life. Pure. */
record PartnershipWaivers(List<WaiverEntry> waivers) {

    static final PartnershipWaivers NONE = new PartnershipWaivers(List.of());

    static boolean dependsOn(PartnershipEvent event) {
        return event instanceof WaiverEvent
                || event instanceof PartnershipSunset
                || event instanceof PartnershipRevived;
    }

    PartnershipWaivers evolve(RecordedEvent recorded) {
        if (recorded.event() instanceof WaiverEvent event) {
            return new PartnershipWaivers(after(event, recorded));
        }
        if (recorded.event() instanceof PartnershipSunset) {
            return moot(recorded.version());
        }
        return recorded.event() instanceof PartnershipRevived ? NONE : this;
    }

    PartnershipWaivers moot(long version) {
        return new PartnershipWaivers(
                waivers.stream().map(waiver -> waiver.asMoot(version)).toList());
    }

    private List<WaiverEntry> after(WaiverEvent event, RecordedEvent recorded) {
        var at = recorded.version();
        return switch (event) {
            case WaiverRequested e ->
                    ids().contains(e.waiverId())
                            ? waivers
                            : CopyOnChange.plus(waivers, WaiverEntry.of(recorded.stream(), e, at));
            case WaiverGranted e -> decided(e, waiver -> waiver.granted(e, at));
            case WaiverRefused e -> decided(e, waiver -> waiver.refused(e, at));
        };
    }

    Set<String> ids() {
        return waivers.stream().map(WaiverEntry::waiverId).collect(Collectors.toSet());
    }

    private List<WaiverEntry> decided(WaiverEvent event, UnaryOperator<WaiverEntry> decision) {
        return CopyOnChange.update(
                waivers, waiver -> waiver.waiverId().equals(event.waiverId()), decision);
    }
}
