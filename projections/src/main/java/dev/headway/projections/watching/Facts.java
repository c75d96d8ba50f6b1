package dev.headway.projections.watching;

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
import java.util.stream.Stream;

/**
 * What the rules need to know of one partnership. Pure; every part evolves by itself.
 *
 * @param pattern empty until one is chosen
 * @param marks where its clocks were last set
 */
record Facts(
        String name,
        Stage stage,
        String pattern,
        Marks marks,
        Planning planning,
        PilotTerm pilot,
        Seats seats,
        NextSteps steps,
        Rhythm rhythm,
        Claim claim,
        Promises promises,
        Waivers waivers) {

    static final Facts NONE =
            new Facts(
                    "",
                    Stage.PROSPECT,
                    "",
                    Marks.NONE,
                    Planning.NONE,
                    PilotTerm.NONE,
                    Seats.NONE,
                    NextSteps.NONE,
                    Rhythm.NONE,
                    Claim.NONE,
                    Promises.NONE,
                    Waivers.NONE);

    Facts evolve(PartnershipEvent event, Mark mark) {
        if (event instanceof PartnershipRevived revived) {
            return anew(revived, mark);
        }
        var now = event instanceof StageEntered entered ? entered.stage() : stage;
        return new Facts(
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
    private Facts anew(PartnershipRevived event, Mark mark) {
        return new Facts(
                name,
                event.stage(),
                pattern,
                marks.anew(),
                planning.evolve(event, mark),
                PilotTerm.NONE,
                Seats.NONE,
                NextSteps.NONE,
                Rhythm.NONE,
                Claim.NONE,
                promises.anew(),
                Waivers.NONE);
    }

    /** The same, after another look at the criteria that waivers excuse. */
    Facts looking(Set<String> unmet, Mark mark) {
        return with(marks, waivers.looking(unmet, mark));
    }

    /** The same facts with other marks. */
    Facts marked(Marks marks) {
        return with(marks, waivers);
    }

    private Facts with(Marks marks, Waivers waivers) {
        return new Facts(
                name, stage, pattern, marks, planning, pilot, seats, steps, rhythm, claim, promises,
                waivers);
    }

    /** Everything to be watched at present, by every rule. */
    Stream<Watch> watches() {
        return Rule.ALL.stream().flatMap(rule -> rule.watches(this));
    }

    private String nameAfter(PartnershipEvent event) {
        return event instanceof PartnershipRegistered registered
                ? registered.name()
                : event instanceof PartnershipRenamed renamed ? renamed.name() : name;
    }
}
