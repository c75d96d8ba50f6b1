package dev.headway.partnership.gates;

import dev.headway.contracts.Stage;
import java.util.List;

/**
 * LAUNCH → SCALED: pilots "earn their way into scale" with measured leverage and aligned
 * incentives.
 */
final class ScaleGate {

    static final Gate GATE =
            new Gate(
                    Stage.SCALED,
                    List.of(
                            new Criterion(
                                    "leverage-proved",
                                    "Measurements prove the claimed leverage",
                                    ScaleCriteria::leverageIsProved),
                            new Criterion(
                                    "repeatable-motion",
                                    "The motion repeated: three joint wins with two customers",
                                    ScaleCriteria::motionIsRepeatable),
                            new Criterion(
                                    "incentives-aligned",
                                    "Sales, product and delivery gain from the right thing",
                                    ScaleCriteria::incentivesAreAligned),
                            new Criterion(
                                    "seam-funded",
                                    "Somebody funds the joint experience",
                                    ScaleCriteria::seamIsFunded),
                            NextThreeSteps.CRITERION,
                            new Criterion(
                                    "in-motion",
                                    "The partnership is not a ghost town",
                                    ScaleCriteria::isInMotion),
                            ExpiredWaivers.CRITERION));

    private ScaleGate() {}
}
