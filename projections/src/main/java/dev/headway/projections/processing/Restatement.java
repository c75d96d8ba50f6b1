package dev.headway.projections.processing;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.PartnershipEvent.PartnershipVoided;
import dev.headway.contracts.PartnershipEvent.VoidingEvent;
import dev.headway.contracts.history.EffectiveHistory;
import dev.headway.contracts.history.EffectiveHistory.Recorded;
import dev.headway.projections.log.RecordedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * A partnership of which something else is known from an event on than its earlier events said:
 * some were withdrawn, recorded anew or dated anew, or all of it should never have been there.
 *
 * @param cause the event that says so
 * @param history what holds now, in the places where it was recorded; the last has the position and
 *     the version of the cause
 * @param goesOn whether the cause is the first half of a correction: it withdraws what the event
 *     after it, stored with it, records anew
 */
public record Restatement(RecordedEvent cause, List<RecordedEvent> history, boolean goesOn) {

    /** Whether an event changes what earlier events of its partnership come to. */
    public static boolean isCausedBy(RecordedEvent recorded) {
        return recorded.event() instanceof PartnershipEvent event
                && (event instanceof VoidingEvent
                        || EffectiveHistory.isCorrection(event, recorded.provenance().corrects()));
    }

    /**
     * What follows from one of these events.
     *
     * @param recorded all events of a partnership up to the cause, and the one after it if there is
     *     one
     */
    static Restatement of(RecordedEvent cause, List<RecordedEvent> recorded) {
        var upToIt = recorded.stream().filter(each -> each.version() <= cause.version()).toList();
        var goesOn =
                cause.event() instanceof FactWithdrawn withdrawn
                        && withdrawn.eventId().equals(recorded.getLast().provenance().corrects());
        return new Restatement(cause, standing(upToIt), goesOn);
    }

    /** The events of one partnership as its history takes them. */
    public static List<Recorded> recorded(List<RecordedEvent> events) {
        return events.stream()
                .map(
                        each ->
                                new Recorded(
                                        each.eventId(),
                                        (PartnershipEvent) each.event(),
                                        each.provenance().corrects()))
                .toList();
    }

    /** What holds of the recorded events of one partnership. */
    public static List<RecordedEvent> standing(List<RecordedEvent> recorded) {
        if (recorded.stream().noneMatch(Restatement::isCausedBy)) {
            return recorded;
        }
        var all = EffectiveHistory.of(recorded(recorded));
        var events = new ArrayList<RecordedEvent>(all.size());
        for (var each : all) {
            var place = recorded.get(each.place());
            var source = recorded.get(each.source());
            events.add(
                    new RecordedEvent(
                            place.position(),
                            source.eventId(),
                            place.stream(),
                            place.version(),
                            each.event(),
                            place.recordedAt(),
                            source.provenance()));
        }
        return events;
    }

    /** What counts of the recorded events of one partnership: nothing if it is voided. */
    public static List<RecordedEvent> counting(List<RecordedEvent> recorded) {
        var standing = standing(recorded);
        return isVoided(standing) ? List.of() : standing;
    }

    public String partnershipId() {
        return cause.stream();
    }

    /** Whether it should never have been registered. */
    public boolean isVoided() {
        return isVoided(history);
    }

    private static boolean isVoided(List<RecordedEvent> history) {
        return history.stream()
                .filter(each -> each.event() instanceof VoidingEvent)
                .reduce((_, later) -> later)
                .filter(last -> last.event() instanceof PartnershipVoided)
                .isPresent();
    }

    /** What counts: nothing of a partnership that is voided. */
    public List<RecordedEvent> counting() {
        return isVoided() ? List.of() : history;
    }
}
