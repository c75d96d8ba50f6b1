package dev.headway.projections.watching.facts;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.LeverageEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.PartnershipEvent.WaiverEvent;
import dev.headway.contracts.Stage;
import java.util.Set;

/**
 * What the rules need to know of one partnership. Pure; every part evolves by itself.
 *
 * @param pattern empty until one is chosen
 * @param marks where its clocks were last set
 */
public record WatchedFacts(
        String name,
        Stage stage,
        String pattern,
        Anchors marks,
        Planning planning,
        PilotTerm pilot,
        Seats seats,
        OpenSteps steps,
        Rhythm rhythm,
        ClaimProgress claim,
        Promises promises,
        WaivedCriteria waivers) {

    public static final WatchedFacts NONE =
            new WatchedFacts(
                    "",
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
                    WaivedCriteria.NONE);

    public WatchedFacts evolve(PartnershipEvent event, Anchor mark) {
        if (event instanceof PartnershipRevived revived) {
            return anew(revived, mark);
        }
        var now = event instanceof StageEntered entered ? entered.stage() : stage;
        return new WatchedFacts(
                nameAfter(event),
                now,
                event instanceof PatternChosen chosen ? chosen.pattern() : pattern,
                marks.evolve(event, mark),
                planning.evolve(event, mark),
                pilot.evolve(event, mark),
                seats.evolve(event, now, mark),
                steps.evolve(event, now, mark),
                event instanceof RhythmAgreed agreed ? new Rhythm(agreed.everyDays()) : rhythm,
                event instanceof LeverageEvent leverage ? claim.evolve(leverage, mark) : claim,
                promises.evolve(event, mark),
                event instanceof WaiverEvent waiver ? waivers.evolve(waiver, mark) : waivers);
    }

    /** A former life leaves its name, its pattern, its motion and what is owed behind. */
    private WatchedFacts anew(PartnershipRevived event, Anchor mark) {
        return new WatchedFacts(
                name,
                event.stage(),
                pattern,
                marks.anew(),
                planning.evolve(event, mark),
                PilotTerm.NONE,
                Seats.NONE,
                OpenSteps.NONE,
                Rhythm.NONE,
                ClaimProgress.NONE,
                promises.anew(),
                WaivedCriteria.NONE);
    }

    /** The same, after another look at the criteria that waivers excuse. */
    public WatchedFacts looking(Set<String> unmet, Anchor mark) {
        return with(marks, waivers.looking(unmet, mark));
    }

    /** The same facts with other marks. */
    public WatchedFacts marked(Anchors marks) {
        return with(marks, waivers);
    }

    private WatchedFacts with(Anchors marks, WaivedCriteria waivers) {
        return new WatchedFacts(
                name, stage, pattern, marks, planning, pilot, seats, steps, rhythm, claim, promises,
                waivers);
    }

    private String nameAfter(PartnershipEvent event) {
        return event instanceof PartnershipRegistered registered
                ? registered.name()
                : event instanceof PartnershipRenamed renamed ? renamed.name() : name;
    }
}
