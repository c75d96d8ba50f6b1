package dev.headway.lifecycle.partnership;

import static dev.headway.lifecycle.partnership.SampleHistories.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.Disqualifier;
import dev.headway.contracts.ProgramEvent.OwnCriterion;
import dev.headway.contracts.ProgramEvent.PatternTemplate;
import dev.headway.contracts.ProgramEvent.PilotLimit;
import dev.headway.contracts.ProgramEvent.PlaybookStep;
import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.contracts.Role;
import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Criteria;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.lifecycle.partnership.motion.RecordJointWin;
import dev.headway.lifecycle.partnership.motion.RecordTouchpoint;
import dev.headway.lifecycle.partnership.motion.TakeMeasurement;
import dev.headway.lifecycle.partnership.objectives.MeasureKeyResult;
import dev.headway.partnership.policy.Policy;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is asked in whatever order, no history breaks the rules. Walk longer with {@code
 * -Dheadway.walk=1000000}.
 */
class RandomWalkTest {

    private static final int COMMANDS = Integer.getInteger("headway.walk", 100_000);

    /** Asks for so little that random histories get somewhere. */
    static final Policy LENIENT =
            new Policy(
                    2,
                    Policy.OUT_OF_THE_BOX.thresholds(),
                    List.of(new Disqualifier("amber", "Nobody likes amber")),
                    Arrays.stream(Pattern.values())
                            .map(
                                    pattern ->
                                            new PatternTemplate(
                                                    pattern.name(),
                                                    pattern == Pattern.RESELL
                                                            ? List.of(
                                                                    "rhythm-agreed",
                                                                    "customers-notified",
                                                                    Criteria.OBJECTIVES_SHARED)
                                                            : List.of(
                                                                    "rhythm-agreed",
                                                                    "customers-notified"),
                                                    null))
                            .toList());

    /** The same, with few pilots at once. */
    static final Policy NARROW =
            LENIENT.after(
                    new ProgramChanged(
                            LENIENT.thresholds(),
                            LENIENT.disqualifiers(),
                            LENIENT.patterns(),
                            List.of(
                                    new PilotLimit("PATTERN", null, 2),
                                    new PilotLimit("OWNER", null, 1)),
                            List.of(
                                    new OwnCriterion(
                                            "birch",
                                            "PILOT",
                                            "It is birch",
                                            List.of(),
                                            "MANAGER",
                                            30),
                                    new OwnCriterion(
                                            "cedar",
                                            "LAUNCH",
                                            "It is cedar",
                                            List.of("RESELL", "REFERRAL"),
                                            "APPROVER",
                                            null)),
                            null,
                            List.of(
                                    new PlaybookStep("RESELL", "PROSPECT", "amber", "OURS", 7),
                                    new PlaybookStep("RESELL", "LAUNCH", "birch", "PARTNER", 0),
                                    new PlaybookStep("REFERRAL", "PILOT", "cedar", "OURS", 90)),
                            NOW));

    private static final Set<Class<? extends PartnershipEvent>> AFTER_THE_END =
            Set.of(
                    PartnershipRevived.class,
                    MeasurementTaken.class,
                    StepDropped.class,
                    ObligationDischarged.class,
                    ObligationHandedOver.class,
                    MoveRefused.class);

    private static final Set<Class<? extends PartnershipCommand>> COUNTED =
            Set.of(
                    RecordTouchpoint.class,
                    RecordJointWin.class,
                    TakeMeasurement.class,
                    MeasureKeyResult.class);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void no_history_breaks_the_rules(long seed) {
        var random = new Random(seed);
        var asks = new RandomCommands(random);
        var now = NOW;
        PartnershipState state = new Unregistered();
        var events = new ArrayList<PartnershipEvent>();
        for (int i = 0; i < COMMANDS; i++) {
            now = now.plus(Duration.ofHours(random.nextInt(100)));
            var policy = List.of(Policy.OUT_OF_THE_BOX, LENIENT, NARROW).get(random.nextInt(3));
            var others = (long) random.nextInt(3);
            var context =
                    new DecisionContext(
                                    now, random.nextBoolean() ? "mia" : "ada", null, () -> policy)
                            .among(() -> new SoManyPilots(others))
                            .by(
                                    random.nextBoolean()
                                            ? Set.of(Role.MANAGER)
                                            : Set.of(Role.APPROVER));
            var command = i == 0 ? asks.first(now) : asks.next(state, now);
            var happened = events(command.decide(state, context));

            assertLawful(state, happened);
            assertNarrow(state, happened, policy, others);
            var after = History.after(state, happened);
            assertAskedAgainIsQuiet(command, after, context, happened);
            events.addAll(happened);
            state = after;
        }

        assertThat(History.after(new Unregistered(), events)).isEqualTo(state);
    }

    @Test
    void the_walks_get_everywhere() {
        var seen = EnumSet.noneOf(Stage.class);
        var random = new Random(21);
        var asks = new RandomCommands(random);
        var now = NOW;
        var state = History.after(new Unregistered(), List.of(SampleHistories.registered()));
        for (int i = 0; i < 5_000; i++) {
            now = now.plus(Duration.ofHours(random.nextInt(100)));
            var context = new DecisionContext(now, "mia", null, () -> LENIENT);
            state = History.after(state, events(asks.next(state, now).decide(state, context)));
            seen.add(((Registered) state).stage());
        }

        assertThat(seen).containsExactlyInAnyOrder(Stage.values());
    }

    private static List<PartnershipEvent> events(Decision decision) {
        return switch (decision) {
            case Decision.Happened happened -> happened.events();
            case Decision.Corrected corrected -> List.of(corrected.withdrawal(), corrected.anew());
            case Decision.Refused refused -> List.of(refused.event());
            case Decision.Illegal _, Decision.Broken _, Decision.Forbidden _, Decision.Missing _ ->
                    List.of();
        };
    }

    private static void assertLawful(PartnershipState before, List<PartnershipEvent> happened) {
        if (!(before instanceof Registered registered)) {
            return; // a history begins, perhaps with a history that an import brings
        }
        var after = (Registered) History.after(before, happened);
        if (registered.stage() == Stage.SUNSET) {
            assertThat(happened).allMatch(event -> AFTER_THE_END.contains(event.getClass()));
        }
        if (after.stage() == registered.stage()) {
            return;
        }
        assertThat(happened).hasSize(1);
        var move = happened.getFirst();
        assertThat(allows(move, registered.stage(), after.stage())).as("%s", move).isTrue();
        assertThat(move.effectiveAt()).isAfterOrEqualTo(registered.facts().lastMoveAt());
    }

    /** Nobody comes in beside as many as there may be, unless somebody let them. */
    private static void assertNarrow(
            PartnershipState before, List<PartnershipEvent> happened, Policy policy, long others) {
        for (var event : happened) {
            if (event instanceof PilotStarted started && before instanceof Registered prospect) {
                var gate = Objects.requireNonNull(started.gate());
                var room =
                        gate.criteria().stream()
                                .filter(each -> each.id().equals(Criteria.ROOM_FOR_A_PILOT))
                                .toList();
                assertThat(room).hasSize(policy.pilotLimits().isEmpty() ? 0 : 1);
                assertThat(room)
                        .allMatch(
                                each ->
                                        each.waiver() != null
                                                || prospect.facts().pattern() == null
                                                || others < 2);
            }
        }
    }

    private static boolean allows(PartnershipEvent move, Stage from, Stage to) {
        return switch (move) {
            case PilotStarted e -> from == Stage.PROSPECT && opened(e.gate());
            case PartnershipLaunched e -> from == Stage.PILOT && opened(e.gate());
            case PartnershipScaled e -> from == Stage.LAUNCH && opened(e.gate());
            case PartnershipSunset e -> from.isActive() && opened(e.gate());
            case PartnershipRevived e -> from == Stage.SUNSET && !e.reason().isBlank();
            case PartnershipSteppedBack e ->
                    !e.reason().isBlank()
                            && (from == Stage.SCALED && to == Stage.LAUNCH
                                    || from == Stage.LAUNCH && to == Stage.PILOT
                                    || from == Stage.PILOT && to == Stage.PROSPECT);
            default -> false;
        };
    }

    private static boolean opened(@Nullable EvaluatedGate gate) {
        return gate != null
                && gate.passes()
                && gate.unmet().isEmpty()
                && gate.criteria().stream().allMatch(c -> NARROW.asksFor(c.id()));
    }

    private static void assertAskedAgainIsQuiet(
            PartnershipCommand command,
            PartnershipState after,
            DecisionContext context,
            List<PartnershipEvent> happened) {
        var counts = COUNTED.contains(command.getClass());
        var refused = happened.stream().anyMatch(MoveRefused.class::isInstance);
        if (!happened.isEmpty() && !counts && !refused) {
            assertThat(command.decide(after, context)).isEqualTo(Decision.nothingNew());
        }
    }
}
