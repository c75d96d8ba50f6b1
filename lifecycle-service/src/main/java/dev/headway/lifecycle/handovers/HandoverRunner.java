package dev.headway.lifecycle.handovers;

import dev.headway.contracts.Channel;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.elsewhere.ProjectionNodes;
import dev.headway.lifecycle.handovers.ThingHandover.Handed;
import dev.headway.projections.questions.owners.OwnedThings.OwnedThing;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Hands over everything that was asked for, some of it at the same time. Each thing is taken from
 * its owner only as long as it is theirs: a handover that runs twice, or beside somebody who
 * decides otherwise, hands over nothing twice.
 */
@Component
class HandoverRunner {

    private static final int AT_ONCE = 16;

    private final OwnedByLeaver owned;
    private final ThingHandover things;

    HandoverRunner(OwnedByLeaver owned, ThingHandover things) {
        this.owned = owned;
        this.things = things;
    }

    /**
     * What became of it all.
     *
     * @param position of the last event that was stored, 0 where there is none
     */
    record HandoverOutcome(HandoverReport report, long position) {}

    HandoverOutcome run(Handover handover, RequestContext caller) {
        var context = caller.through(Channel.API).because(handover.reason());
        var all =
                things(handover)
                        .gather(
                                Gatherers.mapConcurrent(
                                        AT_ONCE,
                                        ProjectionNodes.<OwnedThing, Handed>carried(
                                                thing ->
                                                        things.handOver(thing, handover, context))))
                        .toList();
        return new HandoverOutcome(
                HandoverReport.of(all.stream().map(Handed::row).toList()),
                all.stream().mapToLong(Handed::position).max().orElse(0));
    }

    /** What would become of it; stores nothing. */
    HandoverReport dryRun(Handover handover) {
        return HandoverReport.of(
                things(handover)
                        .gather(
                                Gatherers.mapConcurrent(
                                        AT_ONCE, thing -> things.preview(thing, handover)))
                        .toList());
    }

    private Stream<OwnedThing> things(Handover handover) {
        return owned.things(handover.from(), handover.what());
    }
}
