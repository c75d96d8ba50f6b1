package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRefused;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Exceptions that were granted, and which of the excused criteria are still unmet.
 *
 * @param asked waivers that wait for a decision, by id
 * @param granted by criterion the waiver that lasts longest
 * @param unmet when those of the granted criteria that do not always hold by themselves do not
 * @param asOf the version of the partnership that they were looked at for, 0 for never
 */
public record WaivedCriteria(
        Map<String, Waiver> asked,
        Map<String, Waiver> granted,
        Map<String, UnmetTimes> unmet,
        long asOf) {

    public static final WaivedCriteria NONE = new WaivedCriteria(Map.of(), Map.of(), Map.of(), 0);

    /**
     * @param expiresOn the event that granted it, or asked for it, and the date on which it expires
     */
    public record Waiver(String waiverId, String criterion, Anchor expiresOn) {}

    /** A granted waiver, and when what it excuses is unmet. */
    public record Excused(Waiver waiver, UnmetTimes unmet) {}

    /** The granted ones whose criterion is unmet, or will be. */
    public Stream<Excused> excused() {
        return granted.values().stream()
                .flatMap(
                        waiver ->
                                Stream.ofNullable(unmet.get(waiver.criterion()))
                                        .map(times -> new Excused(waiver, times)));
    }

    public WaivedCriteria evolve(WaiverEvent event, Anchor anchor) {
        return switch (event) {
            case WaiverRequested e ->
                    asking(
                            with(
                                    asked,
                                    e.waiverId(),
                                    new Waiver(
                                            e.waiverId(),
                                            e.criterion(),
                                            anchor.on(e.expiresOn()))));
            case WaiverRefused e -> asking(without(asked, e.waiverId()));
            case WaiverGranted e -> granted(e.waiverId(), anchor);
        };
    }

    /**
     * The same waivers, after another look at what they excuse.
     *
     * @param unmetNow for each criterion that does not always hold, when it does not
     * @param by the event that was looked after
     * @param at when it was looked
     * @param version the partnership's by then
     */
    public WaivedCriteria withUnmet(
            Map<String, List<Span>> unmetNow, Anchor by, Instant at, long version) {
        var times = new TreeMap<String, UnmetTimes>();
        unmetNow.forEach(
                (criterion, spans) ->
                        times.put(
                                criterion,
                                new UnmetTimes(by, spans)
                                        .following(Optional.ofNullable(unmet.get(criterion)), at)));
        return new WaivedCriteria(asked, granted, Collections.unmodifiableMap(times), version);
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
                unmet,
                asOf);
    }

    private WaivedCriteria asking(Map<String, Waiver> asked) {
        return new WaivedCriteria(asked, granted, unmet, asOf);
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
