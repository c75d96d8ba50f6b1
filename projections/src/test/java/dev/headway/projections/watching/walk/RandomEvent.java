package dev.headway.projections.watching.walk;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Stage;
import java.util.List;
import java.util.random.RandomGenerator;

/** Something that happens to a partnership: mostly what its stage permits. */
record RandomEvent(WalkedWorld world, RandomGenerator random) {

    private static final List<String> WAIVED =
            List.of(
                    "rhythm-agreed",
                    "all-seats-filled",
                    "timing-right",
                    "pilot-scoped",
                    "own-bar",
                    "teams-consent");

    String happens(String id, History history) {
        if (history.isVoided()) {
            if (random.nextInt(3) > 0) {
                return "nothing, of one that is voided";
            }
            world.unvoids(id);
            return "unvoided";
        }
        var facts = new RandomFact(world, random);
        var kind = random.nextInt(100);
        if (kind < 2) {
            world.voids(id);
            return "voided";
        }
        if (kind < 14) {
            return new RandomCorrection(world, facts, random).happens(id, history);
        }
        if (kind < 18) {
            return waiver(id, facts);
        }
        var event = kind < 38 ? move(history.stage(), facts) : facts.any(history);
        world.happens(id, event);
        return event.toString();
    }

    private PartnershipEvent move(Stage stage, RandomFact facts) {
        var now = world.now();
        return switch (stage) {
            case PROSPECT ->
                    switch (random.nextInt(4)) {
                        case 0 -> new ProspectParked(facts.date(40), "Later", now);
                        case 1 -> new ProspectUnparked(now);
                        default -> new PilotStarted(null, now);
                    };
            case PILOT ->
                    switch (random.nextInt(5)) {
                        case 0 -> new PartnershipSteppedBack("PILOT", "PROSPECT", "Early", now);
                        default -> new PartnershipLaunched(null, now);
                    };
            case LAUNCH ->
                    switch (random.nextInt(4)) {
                        case 0, 1 -> new PartnershipSteppedBack("LAUNCH", "PILOT", "Early", now);
                        case 2 -> new PartnershipScaled(null, now);
                        default -> new PartnershipSunset(null, "Over", null, now);
                    };
            case SCALED ->
                    random.nextBoolean()
                            ? new PartnershipSteppedBack("SCALED", "LAUNCH", "Early", now)
                            : new PartnershipSunset(null, "Over", null, now);
            case SUNSET -> new PartnershipRevived("Again", now);
        };
    }

    /** Granted as soon as it is asked for. */
    private String waiver(String id, RandomFact facts) {
        var waiver = world.newId();
        var criterion = WAIVED.get(random.nextInt(WAIVED.size()));
        var now = world.now();
        var until = facts.date(60);
        world.happens(id, new WaiverRequested(waiver, criterion, "Later", until, "maria", now));
        world.happens(id, new WaiverGranted(waiver, "Fine", "otto", now));
        return "waived " + criterion + " until " + until;
    }
}
