package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRefused;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Exceptions that were granted, and which of the excused criteria are still unmet.
 *
 * @param asked waivers that wait for a decision, by id
 * @param granted by criterion the waiver that lasts longest
 * @param unmet those of the granted criteria that do not hold by themselves, with the event since
 *     which they do not
 */
public record WaivedCriteria(
        Map<String, Waiver> asked, Map<String, Waiver> granted, Map<String, Anchor> unmet) {

    public static final WaivedCriteria NONE = new WaivedCriteria(Map.of(), Map.of(), Map.of());

    /**
     * @param expiresOn the event that granted it, or asked for it, and the date on which it expires
     */
    public record Waiver(String waiverId, String criterion, Anchor expiresOn) {

        private Waiver countedFrom(Anchor since) {
            return since.isNewerThan(expiresOn) ? new Waiver(waiverId, criterion, since) : this;
        }
    }

    /**
     * The granted ones whose criterion is unmet, each with what it is counted from: its expiry, or
     * what undid the criterion after it.
     */
    public Stream<Waiver> unmetAgain() {
        return granted.values().stream()
                .flatMap(
                        waiver ->
                                Stream.ofNullable(unmet.get(waiver.criterion()))
                                        .map(since -> waiver.countedFrom(since)));
    }

    public WaivedCriteria evolve(WaiverEvent event, Anchor anchor) {
        return switch (event) {
            case WaiverRequested e ->
                    asking(
                            with(
                                    asked,
                                    e.waiverId(),
                                    new Waiver(
                                            e.waiverId(), e.criterion(), anchor.on(e.expiresOn()))));
            case WaiverRefused e -> asking(without(asked, e.waiverId()));
            case WaiverGranted e -> granted(e.waiverId(), anchor);
        };
    }

    /** The same waivers, after another look at what they excuse. */
    public WaivedCriteria withUnmet(Set<String> unmetNow, Anchor anchor) {
        var since = new TreeMap<String, Anchor>();
        unmetNow.forEach(criterion -> since.put(criterion, unmet.getOrDefault(criterion, anchor)));
        return new WaivedCriteria(asked, granted, Collections.unmodifiableMap(since));
    }

    private WaivedCriteria granted(String waiverId, Anchor anchor) {
        var waiver = asked.get(waiverId);
        if (waiver == null) {
            return this;
        }
        var now = new Waiver(waiverId, waiver.criterion(), anchor.on(waiver.expiresOn().at()));
        var before = granted.get(now.criterion());
        return new WaivedCriteria(
                without(asked, waiverId),
                before == null || now.expiresOn().isNewerThan(before.expiresOn())
                        ? with(granted, now.criterion(), now)
                        : granted,
                unmet);
    }

    private WaivedCriteria asking(Map<String, Waiver> asked) {
        return new WaivedCriteria(asked, granted, unmet);
    }

    private static Map<String, Waiver> with(Map<String, Waiver> of, String key, Waiver waiver) {
        var more = new TreeMap<>(of);
        more.put(key, waiver);
        return Collections.unmodifiableMap(more);
    }

    private static Map<String, Waiver> without(Map<String, Waiver> of, String key) {
        var fewer = new TreeMap<>(of);
        fewer.remove(key);
        return Collections.unmodifiableMap(fewer);
    }
}
