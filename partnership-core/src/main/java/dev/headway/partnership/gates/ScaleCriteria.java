package dev.headway.partnership.gates;

import static dev.headway.partnership.gates.Criterion.Finding.everyOneOf;
import static dev.headway.partnership.gates.Criterion.Finding.recorded;

import dev.headway.contracts.IncentiveActor;
import dev.headway.contracts.PartnershipEvent.IncentiveAligned;
import dev.headway.contracts.PartnershipEvent.LeverageClaimed;
import dev.headway.contracts.PartnershipEvent.SeamFunded;
import dev.headway.partnership.gates.Criterion.Finding;
import java.time.Duration;

/** How each criterion in front of SCALED is evaluated. */
final class ScaleCriteria {

    private static final int MEASUREMENTS = 2;
    private static final int WINS = 3;
    private static final int CUSTOMERS = 2;

    private ScaleCriteria() {}

    static Finding leverageIsProved(GateContext context) {
        var claim = context.latest(LeverageClaimed.class);
        var measurements = context.evidence().measurements();
        var measured = measurements.of(context.evidence().claimed());
        var latest = measured.latest();
        var reached = claim.filter(measured::reaches).isPresent();
        var others = measurements.total() - measured.count();
        var have =
                measured.count()
                        + " of "
                        + MEASUREMENTS
                        + " measurements"
                        + (latest == null ? "" : ", latest " + latest.value().toPlainString())
                        + (others == 0 ? "" : "; " + others + " of other claims");
        var need =
                MEASUREMENTS
                        + " measurements, the latest reaching "
                        + claim.map(c -> c.target().toPlainString()).orElse("a claimed target");
        return new Finding(
                measured.count() >= MEASUREMENTS && reached,
                have,
                need,
                latest == null ? null : latest.evidence());
    }

    static Finding motionIsRepeatable(GateContext context) {
        var wins = context.evidence().jointWins();
        return new Finding(
                wins.count() >= WINS && wins.customers().size() >= CUSTOMERS,
                wins.count() + " joint wins with " + wins.customers().size() + " customers",
                WINS + " joint wins with " + CUSTOMERS + " customers",
                wins.count() == 0 ? null : Excerpt.of(wins.customers().values(), ", "));
    }

    static Finding incentivesAreAligned(GateContext context) {
        return everyOneOf(
                IncentiveActor.values(),
                "incentives",
                actor -> context.latest(IncentiveAligned.class, actor).isPresent());
    }

    static Finding seamIsFunded(GateContext context) {
        var funded = context.latest(SeamFunded.class);
        return recorded(funded, "a funding owner", funded.map(SeamFunded::owner).orElse(""));
    }

    static Finding isInMotion(GateContext context) {
        var threshold = context.policy().threshold("ghost-town", context.stage());
        var lastMotion = context.facts().lastMotionAt();
        var need = "motion within " + inWords(threshold);
        return lastMotion == null
                ? new Finding(false, "no motion yet", need, null)
                : new Finding(
                        context.now().isBefore(lastMotion.plus(threshold)),
                        "last motion " + lastMotion,
                        need,
                        "last motion " + lastMotion);
    }

    private static String inWords(Duration threshold) {
        var days = threshold.toDays();
        return threshold.equals(Duration.ofDays(days)) ? days + " days" : threshold.toString();
    }
}
