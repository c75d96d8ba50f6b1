package dev.headway.projections.watching.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.projections.watching.rules.Rule;
import dev.headway.projections.watching.rules.Rules;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whenever a rule holds there is exactly one live alert, and none when it does not, by whatever
 * cause. {@code -Dheadway.walk.steps} says how far each walk goes.
 */
class AlertsSayWhatHoldsTest {

    private static final int STEPS = Integer.getInteger("headway.walk.steps", 120);

    /** After so many steps another world begins, or its history would be all that takes time. */
    private static final int STEPS_OF_A_WORLD = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_128, 4_711})
    void after_every_step_the_alerts_say_what_the_rules_say(long seed) {
        var seeds = new SplittableRandom(seed);
        for (var walked = 0; walked < STEPS; walked += STEPS_OF_A_WORLD) {
            walk(seeds.nextLong(), Math.min(STEPS_OF_A_WORLD, STEPS - walked));
        }
    }

    @Test
    void a_rule_that_is_a_day_late_is_found_out() {
        var notFound = new TreeSet<>(Rules.ALL.stream().map(Rule::id).toList());
        var seeds = new SplittableRandom(7);
        for (var worlds = 0; worlds < 10 && !notFound.isEmpty(); worlds++) {
            var world = new WalkedWorld();
            var steps = new RandomStep(world, new SplittableRandom(seeds.nextLong()));
            for (var step = 0; step < STEPS_OF_A_WORLD && !notFound.isEmpty(); step++) {
                world.compare(steps.take());
                notFound.removeIf(rule -> differsWhenLate(world, rule));
            }
        }

        assertThat(notFound).isEmpty();
    }

    private static boolean differsWhenLate(WalkedWorld world, String id) {
        var rule =
                Rules.ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        var says = world.heldAt(rule, world.now());
        var late = world.heldAt(rule, world.now().minus(Duration.ofDays(1)));
        return world.held().containsAll(says) && !late.equals(says);
    }

    private static void walk(long seed, int steps) {
        var world = new WalkedWorld();
        var random = new RandomStep(world, new SplittableRandom(seed));
        for (var step = 1; step <= steps; step++) {
            world.compare("step " + step + " of seed " + seed + ", " + random.take());
        }
    }
}
