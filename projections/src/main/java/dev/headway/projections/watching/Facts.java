package dev.headway.projections.watching;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipRenamed;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PartnershipScaled;
import dev.headway.contracts.PartnershipEvent.PartnershipSteppedBack;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.PartnershipEvent.PatternChosen;
import dev.headway.contracts.PartnershipEvent.PilotStarted;
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
        var stage = stageAfter(event);
        return new Facts(
                nameAfter(event),
                stage,
                event instanceof PatternChosen chosen ? chosen.pattern() : pattern,
                marks.evolve(event, mark),
                planning.evolve(event, mark),
                pilot.evolve(event, mark),
                seats.evolve(event, stage, mark),
                steps.evolve(event, stage, mark),
                rhythm.evolve(event),
                claim.evolve(event, mark),
                promises.evolve(event, mark),
                waivers.evolve(event, mark));
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
        return switch (event) {
            case PartnershipRegistered registered -> registered.name();
            case PartnershipRenamed renamed -> renamed.name();
            case PartnershipEvent _ -> name;
        };
    }

    private Stage stageAfter(PartnershipEvent event) {
        return switch (event) {
            case PartnershipRegistered _, PartnershipRevived _ -> Stage.PROSPECT;
            case PilotStarted _ -> Stage.PILOT;
            case PartnershipLaunched _ -> Stage.LAUNCH;
            case PartnershipScaled _ -> Stage.SCALED;
            case PartnershipSteppedBack back -> Stage.valueOf(back.to());
            case PartnershipSunset _ -> Stage.SUNSET;
            case PartnershipEvent _ -> stage;
        };
    }
}
