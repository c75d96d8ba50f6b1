package dev.headway.projections.questions.scorecards;

import dev.headway.contracts.EvaluatedGate;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.GatedMove;
import dev.headway.contracts.PartnershipEvent.JointWinRecorded;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.PartnershipEvent.PartnershipAnnounced;
import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.PartnershipRevived;
import dev.headway.contracts.PartnershipEvent.StageEntered;
import dev.headway.contracts.Stage;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.log.RecordedEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stages, gates, wins and meetings of a partnership's lives, while its history is read. */
final class LivedStages {

    private static final BigDecimal MILLIS_A_DAY = BigDecimal.valueOf(86_400_000);
    private static final int DIGITS = 4;

    private final List<Observation> observations = new ArrayList<>();
    private final List<RecordedEvent> refusals = new ArrayList<>();
    private final List<RecordedEvent> wins = new ArrayList<>();
    private Meetings meetings = new Meetings();
    private @Nullable RecordedEvent entered;
    private @Nullable RecordedEvent launched;
    private @Nullable RecordedEvent announced;
    private List<Promise> openBeat = List.of();

    List<Observation> observations() {
        return observations;
    }

    /** The meeting that the rhythm asks for next, where one does. */
    List<Promise> openBeat() {
        return openBeat;
    }

    void next(RecordedEvent recorded, String pattern) {
        if (!(recorded.event() instanceof PartnershipEvent event)) {
            return;
        }
        if (event instanceof PartnershipRevived) {
            end();
        }
        if (event instanceof MoveRefused refused && refused.gate() != null) {
            refusals.add(recorded);
        } else if (event instanceof JointWinRecorded win) {
            wins.add(recorded);
            observations.add(
                    Observation.counted(
                            Measure.JOINT_WINS,
                            "",
                            win.effectiveAt(),
                            List.of(recorded.eventId())));
            observations.add(
                    Observation.counted(
                            Measure.DISTINCT_CUSTOMERS,
                            new FoldedText(win.customer()).text(),
                            win.effectiveAt(),
                            List.of(recorded.eventId())));
        } else if (event instanceof StageEntered stage) {
            enter(recorded, stage, pattern);
        } else if (event instanceof PartnershipAnnounced) {
            announced = recorded;
        }
        meetings.next(recorded);
    }

    /** A life is over, or there is no more of it yet. */
    void end() {
        firstUse();
        observations.addAll(meetings.beats());
        openBeat =
                entered != null
                                && entered.event() instanceof StageEntered stage
                                && stage.stage() != Stage.SUNSET
                        ? meetings.open().stream().toList()
                        : List.of();
        meetings = new Meetings();
        wins.clear();
        launched = null;
        announced = null;
    }

    private void enter(RecordedEvent recorded, StageEntered event, String pattern) {
        var before = entered;
        if (before != null && before.event() instanceof StageEntered left) {
            observations.add(
                    new Observation(
                            Measure.DAYS_IN_STAGE,
                            left.stage().name(),
                            event.effectiveAt(),
                            days(left.effectiveAt(), event.effectiveAt()).max(BigDecimal.ZERO),
                            List.of(before.eventId(), recorded.eventId())));
        }
        if (event instanceof GatedMove move && move.gate() instanceof EvaluatedGate gate) {
            pass(recorded, event, gate, pattern);
        }
        if (event instanceof PartnershipLaunched && launched == null) {
            launched = recorded;
        }
        entered = recorded;
        refusals.clear();
    }

    private void pass(
            RecordedEvent recorded, StageEntered event, EvaluatedGate gate, String pattern) {
        var before =
                refusals.stream()
                        .filter(each -> isTo(each, event.stage()))
                        .map(RecordedEvent::eventId);
        var events = Stream.concat(before, Stream.of(recorded.eventId())).toList();
        observations.add(
                Observation.judged(
                        Measure.GATES_AT_FIRST_TRY,
                        event.effectiveAt(),
                        events.size() == 1,
                        events));
        gate.criteria().stream()
                .filter(each -> each.required() && !each.met() && each.waiver() != null)
                .forEach(
                        _ ->
                                observations.add(
                                        Observation.counted(
                                                Measure.DEVIATIONS,
                                                pattern,
                                                event.effectiveAt(),
                                                List.of(recorded.eventId()))));
    }

    private static boolean isTo(RecordedEvent refusal, Stage stage) {
        return refusal.event() instanceof MoveRefused refused && refused.to().equals(stage.name());
    }

    private void firstUse() {
        wins.stream()
                .min(
                        Comparator.comparing((RecordedEvent win) -> at(win))
                                .thenComparing(RecordedEvent::position))
                .ifPresent(this::firstUse);
    }

    private void firstUse(RecordedEvent win) {
        if (launched instanceof RecordedEvent launch) {
            firstUse(Measure.LAUNCH_TO_FIRST_USE, launch, at(launch), win);
        }
        if (announced instanceof RecordedEvent told
                && told.event() instanceof PartnershipAnnounced announcement) {
            firstUse(Measure.ANNOUNCED_TO_FIRST_USE, told, announcement.announcedOn(), win);
        }
    }

    private void firstUse(Measure measure, RecordedEvent begun, Instant from, RecordedEvent win) {
        observations.add(
                Observation.of(
                        measure,
                        at(win),
                        days(from, at(win)),
                        List.of(begun.eventId(), win.eventId())));
    }

    private static Instant at(RecordedEvent recorded) {
        return recorded.event().effectiveAt();
    }

    /** Days of 24 hours, to four digits; negative where the end came first. */
    private static BigDecimal days(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toMillis())
                .divide(MILLIS_A_DAY, DIGITS, RoundingMode.HALF_UP);
    }
}
