package dev.headway.projections.watching.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whenever a rule holds there is exactly one live alert, and none when it does not, by whatever
 * cause. {@code -Dheadway.walk.steps} says how far each walk goes.
 */
class AlertsSayWhatHoldsTest {

    private static final int STEPS = Integer.getInteger("headway.walk.steps", 1_500);

    /** After so many turns another world begins, or its history would be all that takes time. */
    private static final int TURNS_OF_A_WORLD = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_128, 4_711})
    void after_every_step_the_alerts_say_what_the_rules_say(long seed) {
        var seeds = new SplittableRandom(seed);
        var walked = 0;
        while (walked < STEPS) {
            walked += walk(seeds.nextLong(), STEPS - walked);
        }
        assertThat(walked).isGreaterThanOrEqualTo(STEPS);
    }

    /** Now and then nobody looks for a while, and what happened is seen together. */
    private static int walk(long seed, int steps) {
        var world = WalkedWorld.watched();
        var random = new SplittableRandom(seed);
        var next = new RandomStep(world, random);
        var walked = 0;
        for (var turn = 1; turn <= TURNS_OF_A_WORLD && walked < steps; turn++) {
            var taken = next.take();
            walked += taken.steps();
            if (random.nextInt(5) == 0) {
                world.note();
            } else {
                world.compare("turn " + turn + " of seed " + seed + ", " + taken.what());
            }
        }
        world.compare("the end of seed " + seed);
        world.compareAll();
        return walked;
    }
}
