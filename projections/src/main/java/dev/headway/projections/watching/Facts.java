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
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of one partnership. Pure; every part evolves by itself.
 *
 * @param pattern empty until one is chosen
 * @param lastMotion the newest motion by effective time, of two at the same time the later recorded
 */
record Facts(
        String name,
        Stage stage,
        String pattern,
        @Nullable Mark lastMotion,
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
                    null,
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
                event.isMotion() && isNewest(mark) ? mark : lastMotion,
                planning.evolve(event, mark),
                pilot.evolve(event, mark),
                seats.evolve(event, stage, mark),
                steps.evolve(event, stage, mark),
                rhythm.evolve(event, mark),
                claim.evolve(event, mark),
                promises.evolve(event, mark),
                waivers.evolve(event, mark));
    }

    /** The same, after another look at the criteria that waivers excuse. */
    Facts looking(Set<String> unmet, Mark mark) {
        return new Facts(
                name,
                stage,
                pattern,
                lastMotion,
                planning,
                pilot,
                seats,
                steps,
                rhythm,
                claim,
                promises,
                waivers.looking(unmet, mark));
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

    private boolean isNewest(Mark motion) {
        return lastMotion == null || motion.isNewerThan(lastMotion);
    }
}
