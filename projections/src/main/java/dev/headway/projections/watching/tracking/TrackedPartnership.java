package dev.headway.projections.watching.tracking;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.watching.facts.Anchor;
import dev.headway.projections.watching.facts.Movers;
import dev.headway.projections.watching.facts.WatchedFacts;
import dev.headway.projections.watching.rules.Rules;
import dev.headway.projections.watching.rules.Watch;
import dev.headway.projections.watching.rules.Watch.Key;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One partnership while batches are worked in: its facts, and what its watches have come to. */
final class TrackedPartnership {

    private final String partnershipId;
    private final WatchChanges changes = new WatchChanges();
    private final CriteriaEvaluator criteria;
    private final MoversInHistory moversInHistory;
    private WatchedFacts stored;
    private long storedPosition;
    private long position;
    private WatchedFacts facts;
    private @Nullable Map<Key, Watch> watches;
    private CriteriaEvaluator.@Nullable Life life;

    TrackedPartnership(
            String partnershipId,
            long position,
            WatchedFacts facts,
            CriteriaEvaluator criteria,
            MoversInHistory moversInHistory) {
        this.partnershipId = partnershipId;
        this.criteria = criteria;
        this.moversInHistory = moversInHistory;
        this.position = position;
        this.stored = facts;
        this.storedPosition = position;
        this.facts = facts;
    }

    String partnershipId() {
        return partnershipId;
    }

    long position() {
        return position;
    }

    WatchedFacts facts() {
        return facts;
    }

    /** Whether anything but its anchors, and what is only looked up, is not as it was read. */
    boolean haveFactsChanged() {
        return !facts.withAnchors(stored.anchors()).withMovers(stored.movers()).equals(stored);
    }

    /** Whether anything of it has changed, its anchors included. */
    boolean hasChanged() {
        return position > storedPosition;
    }

    /** What has changed is in its tables now. */
    void stored() {
        stored = facts;
        storedPosition = position;
        changes.clear();
        watches = null; // they follow from the facts
        life = null;
    }

    Map<Key, WatchChanges.Change> changes() {
        return changes.byKey();
    }

    void on(RecordedEvent recorded, PartnershipEvent event, WatchPolicy policy) {
        if (recorded.position() <= position) {
            return;
        }
        lookUp(recorded, policy);
        var evolved = facts.evolve(event, Anchor.of(recorded));
        if (evolved.waivers().granted().isEmpty()) {
            life = null;
        } else {
            if (life == null) {
                life = criteria.of(partnershipId, recorded.version());
            }
            life.on(event);
        }
        var moved = evolved.withMovers(movers(evolved, recorded, policy));
        changeTo(withUnmet(moved, recorded, recorded.version(), policy), recorded, policy);
    }

    /** What is known of it is another from an event on than its earlier events said. */
    void restate(Restatement restatement, WatchPolicy policy) {
        var cause = restatement.cause();
        if (cause.position() <= position) {
            return;
        }
        lookUp(cause, policy);
        var next = WatchedFacts.named(facts.name());
        var relived = criteria.of(partnershipId, 1);
        for (var each : restatement.counting()) {
            var event = (PartnershipEvent) each.event();
            next = next.evolve(event, Anchor.of(each));
            relived.on(event);
            life = next.waivers().granted().isEmpty() ? null : relived;
            next = withUnmet(next, each, each.version(), policy); // else all would begin today
        }
        life =
                next.waivers().granted().isEmpty()
                        ? null
                        : criteria.of(partnershipId, cause.version() + 1);
        if (policy.asksWhoMoved(next)) {
            next = next.withMovers(Movers.among(restatement.counting()));
        }
        changeTo(withUnmet(next, cause, cause.version(), policy), cause, policy);
    }

    /** Looks anew at what waivers excuse, and at who moved it, under another policy. */
    void reevaluate(RecordedEvent recorded, WatchPolicy before, WatchPolicy policy) {
        if (recorded.position() <= position) {
            return;
        }
        lookUp(recorded, before);
        var version = facts.waivers().asOf();
        if (life == null && !facts.waivers().granted().isEmpty()) {
            life = criteria.of(partnershipId, version + 1);
        }
        var moved = facts.withMovers(movers(facts, recorded, policy));
        changeTo(withUnmet(moved, recorded, version, policy), recorded, policy);
        changes.reevaluate(watches(), recorded, policy.dates());
    }

    private void changeTo(WatchedFacts next, RecordedEvent recorded, WatchPolicy policy) {
        if (next.equals(facts)) {
            return;
        }
        var before = watches();
        facts = next;
        position = recorded.position(); // the same, however events are cut into batches
        watches = byKey(facts);
        changes.add(before, watches, recorded, policy.dates());
    }

    /** What was not kept of it is looked up before something else happens. */
    private void lookUp(RecordedEvent next, WatchPolicy policy) {
        if (policy.asksWhoMoved(facts) != (facts.movers() != null)) {
            facts =
                    facts.withMovers(
                            facts.movers() == null
                                    ? moversInHistory.before(partnershipId, next)
                                    : null);
            watches = null; // they follow from the facts
        }
    }

    private @Nullable Movers movers(WatchedFacts next, RecordedEvent recorded, WatchPolicy policy) {
        if (!policy.asksWhoMoved(next)) {
            return null;
        }
        var known = facts.movers();
        return (known == null ? moversInHistory.before(partnershipId, recorded) : known)
                .with(recorded);
    }

    private Map<Key, Watch> watches() {
        return watches == null ? byKey(facts) : watches;
    }

    /** What waivers excuse is looked at anew after every event of a life that has any. */
    private WatchedFacts withUnmet(
            WatchedFacts next, RecordedEvent recorded, long version, WatchPolicy policy) {
        if (life == null) {
            return next;
        }
        var waivers = next.waivers();
        var at = recorded.recordedAt();
        var unmet = life.unmetFrom(at, waivers.granted().keySet(), policy.program());
        return next.withWaivers(waivers.withUnmet(unmet, Anchor.of(recorded), at, version));
    }

    private static Map<Key, Watch> byKey(WatchedFacts facts) {
        return Rules.watches(facts).collect(Collectors.toMap(Watch::key, Function.identity()));
    }
}
