package dev.headway.projections.audit;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.FactWithdrawn;
import dev.headway.contracts.PartnershipEvent.MoveDateCorrected;
import dev.headway.contracts.PartnershipEvent.ObligationTaken;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.contracts.PartnershipEvent.StepPlanned;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.contracts.PartnershipEvent.WordedObjective;
import dev.headway.contracts.ProgramEvent;
import dev.headway.contracts.history.EffectiveHistory;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.processing.Restatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events of one stream in order, read once from the first to the last: what stood before each,
 * with the corrections of then.
 */
final class RecordedStream {

    private final List<RecordedEvent> events;
    private StandingFacts facts = new StandingFacts();
    private int read;

    RecordedStream(List<RecordedEvent> events) {
        this.events = events;
    }

    /** What those at these positions replaced, by position. */
    Map<Long, Replacement> replacements(Set<Long> positions) {
        var found = new HashMap<Long, Replacement>();
        for (int index = 0; index < events.size(); index++) {
            if (positions.contains(events.get(index).position())) {
                found.put(events.get(index).position(), replacement(index));
            }
        }
        return found;
    }

    /**
     * Names of what was planned, promised, owed or asked for, by their ids, which is all that an
     * event about one of them says.
     */
    Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (var recorded : events) {
            var event = recorded.event();
            if (event instanceof StepPlanned step) {
                names.put(step.stepId(), step.title());
            } else if (event instanceof ObligationTaken owed) {
                names.put(owed.obligationId(), owed.what());
            } else if (event instanceof WaiverRequested waiver) {
                names.put(waiver.waiverId(), waiver.criterion());
            } else if (event instanceof WordedObjective objective) {
                names.put(AuditEntry.OBJECTIVE + objective.objectiveId(), objective.title());
            } else if (event instanceof PartnershipClassified promise) {
                promise.promised().forEach(bend -> names.put(bend.bendId(), bend.what()));
            }
        }
        return names;
    }

    private Replacement replacement(int index) {
        var recorded = events.get(index);
        var corrected = recorded.provenance().corrects();
        if (corrected != null) {
            return recordedAnew(corrected, recorded);
        }
        if (recorded.event() instanceof FactWithdrawn withdrawn) {
            return withdrawn(index, withdrawn.eventId());
        }
        return recorded.event() instanceof MoveDateCorrected moved
                ? new Replacement(dateOfMove(index, moved.eventId()), moved.movedAt().toString())
                : said(index);
    }

    /** What is said takes the place of what was said of the same before. */
    private Replacement said(int index) {
        var subjects = StatedFacts.of(events.get(index)).stream().map(StatedFact::subject).toList();
        var before = readTo(index).of(subjects);
        var after = readTo(index + 1).of(before.keySet());
        return events.get(index).event() instanceof ProgramEvent
                ? Replacement.named(before, after)
                : Replacement.ofAll(before, after);
    }

    private Replacement recordedAnew(String corrected, RecordedEvent anew) {
        return find(each -> each.eventId().equals(corrected))
                .map(each -> Replacement.between(RecordedFields.of(each), RecordedFields.of(anew)))
                .orElse(Replacement.NONE);
    }

    /** What was said before stands again, unless something is recorded anew with it. */
    private Replacement withdrawn(int index, String eventId) {
        var fact = find(each -> each.eventId().equals(eventId));
        var anew = find(each -> eventId.equals(each.provenance().corrects()));
        if (fact.isEmpty() || anew.isPresent()) {
            return anew.map(each -> recordedAnew(eventId, each)).orElse(Replacement.NONE);
        }
        if (StatedFacts.ADDED.contains(fact.get().event().getClass())) {
            return Replacement.between(RecordedFields.of(fact.get()), Map.of());
        }
        var subjects = StatedFacts.of(fact.get()).stream().map(StatedFact::subject).toList();
        var before = readTo(index).of(subjects);
        return Replacement.ofAll(before, readTo(index + 1).of(subjects));
    }

    private @Nullable String dateOfMove(int index, String eventId) {
        return Restatement.standing(events.subList(0, index)).stream()
                .filter(each -> each.eventId().equals(eventId))
                .findFirst()
                .map(each -> each.event().effectiveAt().toString())
                .orElse(null);
    }

    private Optional<RecordedEvent> find(Predicate<RecordedEvent> wanted) {
        return events.stream().filter(wanted).findFirst();
    }

    /** What stands before the event at this place. */
    private StandingFacts readTo(int end) {
        var next = events.subList(read, end);
        if (next.stream().anyMatch(RecordedStream::isCorrection)) {
            facts = StandingFacts.after(Restatement.standing(events.subList(0, end)));
        } else {
            next.forEach(facts::add);
        }
        read = end;
        return facts;
    }

    private static boolean isCorrection(RecordedEvent recorded) {
        return recorded.event() instanceof PartnershipEvent event
                && EffectiveHistory.isCorrection(event, recorded.provenance().corrects());
    }
}
