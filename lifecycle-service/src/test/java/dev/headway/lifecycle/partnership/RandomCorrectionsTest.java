package dev.headway.lifecycle.partnership;

import static dev.headway.lifecycle.partnership.SampleHistories.ID;
import static dev.headway.lifecycle.partnership.SampleHistories.NOW;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.CorrectionEvent;
import dev.headway.contracts.history.EffectiveHistory.Recorded;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand.CorrectionCommand;
import dev.headway.partnership.state.PartnershipSnapshot;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.projections.processing.Restatement;
import dev.headway.projections.questions.ghosttowns.GhostClock;
import dev.headway.projections.questions.portfolio.PortfolioEntry;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is put right in whatever order, everybody draws the same from it: the aggregate that
 * lived it, one that is loaded, and what answers. Walk longer with {@code -Dheadway.walk=1000000}.
 */
class RandomCorrectionsTest {

    private static final int COMMANDS = Integer.getInteger("headway.walk", 6_000);
    private static final int IN_A_LIFE = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoever_reads_a_corrected_history_draws_the_same_from_it(long seed) {
        var random = new Random(seed);
        Set<Class<?>> happened = new HashSet<>();
        for (int walked = 0; walked < COMMANDS; walked += IN_A_LIFE) {
            happened.addAll(live(random));
        }
        assertThat(happened)
                .containsAll(Set.of(CorrectionEvent.class.getPermittedSubclasses()))
                .containsAll(Set.of(PartnershipEvent.VoidingEvent.class.getPermittedSubclasses()))
                .contains(PartnershipEvent.PartnerDescribed.class);
    }

    private static Set<Class<?>> live(Random random) {
        var life = new RandomLife();
        var asks = new RandomCommands(random);
        var corrects = new RandomCorrections(random);
        var now = NOW;
        for (int i = 0; i < IN_A_LIFE; i++) {
            now = now.plus(Duration.ofHours(random.nextInt(100)));
            var actor = random.nextBoolean() ? "mia" : "ada";
            var context = new DecisionContext(now, actor, null, () -> RandomWalkTest.LENIENT);
            var before = life.state();
            PartnershipCommand command =
                    i == 0
                            ? asks.first(now)
                            : random.nextInt(3) == 0
                                    ? corrects.next(life.recorded(), now)
                                    : asks.next(before, now);
            var events = life.ask(command, context);

            if (!events.isEmpty()) {
                assertCorrectionsMoveNothing(command, before, life.state());
                assertSameForEverybody(life, random);
            }
            assertAskedAgainIsQuiet(command, life, context);
        }
        var kinds = new HashSet<Class<?>>();
        life.recorded().forEach(each -> kinds.add(each.event().getClass()));
        return kinds;
    }

    /** It stands where it stood, and its moves are in the order of their dates. */
    private static void assertCorrectionsMoveNothing(
            PartnershipCommand command, PartnershipState before, PartnershipState after) {
        if (command instanceof CorrectionCommand && before instanceof Registered known) {
            assertThat(((Registered) after).stage()).as("%s", command).isEqualTo(known.stage());
        }
    }

    private static void assertSameForEverybody(RandomLife life, Random random) {
        var state = (Registered) life.state();
        var dates = life.history().moves().stream().map(Recorded::event).toList();

        assertThat(dates)
                .isSortedAccordingTo(
                        (one, other) -> one.effectiveAt().compareTo(other.effectiveAt()));
        assertThat(life.history().state()).as("replayed").isEqualTo(state);
        assertThat(PartnershipSnapshot.of(ID, state).state()).as("kept").isEqualTo(state);
        assertProjected(life, state);
        if (random.nextInt(10) == 0) {
            life.reload(random.nextBoolean());
            assertThat(life.state()).as("loaded").isEqualTo(state);
        }
    }

    private static void assertProjected(RandomLife life, Registered state) {
        PortfolioEntry entry = null;
        GhostClock clock = null;
        for (var each : Restatement.standing(life.log())) {
            entry = PortfolioEntry.evolve(entry, each);
            clock = GhostClock.evolve(clock, each);
        }
        var facts = state.facts();
        assertThat(requireNonNull(entry).stage()).isEqualTo(state.stage());
        assertThat(entry.stageSince()).isEqualTo(facts.lastMoveAt());
        assertThat(entry.name()).isEqualTo(facts.name());
        assertThat(entry.partner().name()).isEqualTo(facts.partner().name());
        assertThat(entry.segment()).isEqualTo(facts.partner().segment());
        assertThat(entry.pattern()).isEqualTo(facts.pattern());
        assertThat(entry.voided()).isEqualTo(facts.voided());
        var motion = requireNonNull(clock).lastMotion();
        assertThat(motion == null ? null : motion.at()).isEqualTo(facts.lastMotionAt());
    }

    private static void assertAskedAgainIsQuiet(
            PartnershipCommand command, RandomLife life, DecisionContext context) {
        if (command instanceof CorrectionCommand) {
            var known = life.recorded().size();
            assertThat(life.ask(command, context)).as("%s again", command).isEmpty();
            assertThat(life.recorded()).hasSize(known);
        }
    }
}
