package dev.headway.projections.questions.scorecards;

import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.RhythmAgreed;
import dev.headway.contracts.PartnershipEvent.TouchpointRecorded;
import dev.headway.projections.log.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The beats of a life: a meeting within so many days of the one before it, from the agreement on. A
 * launch begins a beat, and so does the agreement of another cadence.
 */
final class Meetings {

    private final List<RecordedEvent> told = new ArrayList<>();

    /** A beat that has begun. */
    private record Beat(RecordedEvent from, int everyDays) {

        Instant over() {
            return from.event().effectiveAt().plus(Duration.ofDays(everyDays));
        }

        Observation closedBy(RecordedEvent meeting) {
            var at = meeting.event().effectiveAt();
            return Observation.judged(
                    Measure.BEATS_KEPT,
                    at,
                    !at.isAfter(over()),
                    List.of(from.eventId(), meeting.eventId()));
        }
    }

    void next(RecordedEvent recorded) {
        var event = recorded.event();
        if (event instanceof RhythmAgreed
                || event instanceof TouchpointRecorded
                || event instanceof PartnershipLaunched) {
            told.add(recorded);
        }
    }

    List<Observation> beats() {
        var kept = new ArrayList<Observation>();
        walk(kept);
        return kept;
    }

    /** The beat that is not over, or should be. */
    Optional<Promise> open() {
        return Optional.ofNullable(walk(new ArrayList<>()))
                .map(
                        beat ->
                                new Promise(
                                        Measure.BEATS_KEPT,
                                        beat.over(),
                                        null,
                                        List.of(beat.from().eventId())));
    }

    /** In the order in which they happened, whenever they were recorded. */
    private @Nullable Beat walk(List<Observation> closed) {
        Beat beat = null;
        for (var each : inOrder()) {
            if (each.event() instanceof RhythmAgreed agreed) {
                if (beat == null || beat.everyDays() != agreed.everyDays()) {
                    beat = new Beat(each, agreed.everyDays());
                }
            } else if (beat != null) {
                if (each.event() instanceof TouchpointRecorded) {
                    closed.add(beat.closedBy(each));
                }
                beat = new Beat(each, beat.everyDays());
            }
        }
        return beat;
    }

    private List<RecordedEvent> inOrder() {
        return told.stream()
                .sorted(
                        Comparator.comparing((RecordedEvent each) -> each.event().effectiveAt())
                                .thenComparing(RecordedEvent::position))
                .toList();
    }
}
