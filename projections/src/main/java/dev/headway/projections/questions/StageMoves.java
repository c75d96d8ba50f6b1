package dev.headway.projections.questions;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.PartnershipScaled;
import dev.headway.contracts.PartnershipEvent.PartnershipSteppedBack;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.PartnershipEvent.PilotStarted;
import dev.headway.contracts.Stage;
import java.util.Optional;

/** Which events lead into which stage. */
final class StageMoves {

    private StageMoves() {}

    /** The stage a partnership is in from this event on; empty when it does not move it. */
    static Optional<Stage> enteredBy(PartnershipEvent event) {
        return switch (event) {
            case PartnershipRegistered _, PartnershipRevived _ -> Optional.of(Stage.PROSPECT);
            case PilotStarted _ -> Optional.of(Stage.PILOT);
            case PartnershipLaunched _ -> Optional.of(Stage.LAUNCH);
            case PartnershipScaled _ -> Optional.of(Stage.SCALED);
            case PartnershipSunset _ -> Optional.of(Stage.SUNSET);
            case PartnershipSteppedBack back -> Optional.of(Stage.valueOf(back.to()));
            default -> Optional.empty();
        };
    }
}
