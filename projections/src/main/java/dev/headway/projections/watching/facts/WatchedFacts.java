package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.contracts.PartnershipEvent.LeverageEvent;
import dev.headway.contracts.PartnershipEvent.ObjectiveEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipAnnounced;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of one partnership. Pure; every part evolves by itself.
 *
 * @param pattern empty until one is chosen
 * @param anchors where its clocks were last set
 * @param hasCustomer whether a customer used it in this life
 * @param announced since when the world has been told of it in this life, or null
 * @param objectives what both sides work for in this life, or null where nobody has said so
 * @param movers who moved it, where somebody looked it up; null otherwise, and where it is stored
 */
public record WatchedFacts(
        String name,
        Stage stage,
        String pattern,
        Anchors anchors,
        Planning planning,
        PilotTerm pilot,
        Seats seats,
        OpenSteps steps,
        Rhythm rhythm,
        ClaimProgress claim,
        Promises promises,
        WaivedCriteria waivers,
        boolean hasCustomer,
        @Nullable Anchor announced,
        @Nullable ObjectiveProgress objectives,
        @Nullable Movers movers) {

    public static final WatchedFacts NONE = named("");

    /** Of this name, and nothing else is known: what is left of one that was voided. */
    public static WatchedFacts named(String name) {
        return new WatchedFacts(
                name,
                Stage.PROSPECT,
                "",
                Anchors.NONE,
                Planning.NONE,
                PilotTerm.NONE,
                Seats.NONE,
                OpenSteps.NONE,
                Rhythm.NONE,
                ClaimProgress.NONE,
                Promises.NONE,
                WaivedCriteria.NONE,
                false,
                null,
                null,
                null);
    }

    /** Whether it is to be watched at all; what was voided is not. */
    public boolean isRegistered() {
        return planning.since() != null;
    }

    /** Since when the world was promised what no customer has used, or null where one has. */
    @Nullable
    public Anchor unusedSinceAnnounced() {
        return hasCustomer ? null : announced;
    }

    /** The key results that nothing measured reaches. */
    public Deadlines unreached() {
        return shared().unreached();
    }

    private ObjectiveProgress shared() {
        return objectives == null ? ObjectiveProgress.NONE : objectives;
    }

    public WatchedFacts evolve(PartnershipEvent event, Anchor anchor) {
        if (event instanceof PartnershipRevived revived) {
            return anew(revived, anchor);
        }
        var now = event instanceof StageEntered entered ? entered.stage() : stage;
        return new WatchedFacts(
                nameAfter(event),
                now,
                event instanceof PatternChosen chosen ? chosen.pattern() : pattern,
                anchors.evolve(event, anchor, rhythm),
                planning.evolve(event, anchor),
                pilot.evolve(event, anchor),
                seats.evolve(event, now, anchor),
                steps.evolve(event, now, anchor),
                event instanceof RhythmAgreed agreed ? new Rhythm(agreed.everyDays()) : rhythm,
                event instanceof LeverageEvent leverage ? claim.evolve(leverage, anchor) : claim,
                promises.evolve(event, anchor),
                event instanceof WaiverEvent waiver ? waivers.evolve(waiver, anchor) : waivers,
                hasCustomer || event instanceof JointWinRecorded,
                event instanceof PartnershipAnnounced told
                        ? anchor.on(told.announcedOn())
                        : announced,
                event instanceof ObjectiveEvent objective
                        ? shared().evolve(objective, anchor)
                        : objectives,
                movers);
    }

    /** A former life leaves its name, its pattern, its motion and what is owed behind. */
    private WatchedFacts anew(PartnershipRevived event, Anchor anchor) {
        return new WatchedFacts(
                name,
                event.stage(),
                pattern,
                anchors.anew(),
                planning.evolve(event, anchor),
                PilotTerm.NONE,
                Seats.NONE,
                OpenSteps.NONE,
                Rhythm.NONE,
                ClaimProgress.NONE,
                promises.anew(),
                WaivedCriteria.NONE,
                false,
                null,
                null,
                null);
    }

    /** The same, after another look at the criteria that waivers excuse. */
    public WatchedFacts withWaivers(WaivedCriteria waivers) {
        return with(anchors, waivers, movers);
    }

    /** The same facts with other anchors. */
    public WatchedFacts withAnchors(Anchors anchors) {
        return with(anchors, waivers, movers);
    }

    /** The same facts after a look at who moved it, or without one. */
    public WatchedFacts withMovers(@Nullable Movers movers) {
        return with(anchors, waivers, movers);
    }

    private WatchedFacts with(Anchors anchors, WaivedCriteria waivers, @Nullable Movers movers) {
        return new WatchedFacts(
                name,
                stage,
                pattern,
                anchors,
                planning,
                pilot,
                seats,
                steps,
                rhythm,
                claim,
                promises,
                waivers,
                hasCustomer,
                announced,
                objectives,
                movers);
    }

    private String nameAfter(PartnershipEvent event) {
        return event instanceof PartnershipRegistered registered
                ? registered.name()
                : event instanceof PartnershipRenamed renamed ? renamed.name() : name;
    }
}
