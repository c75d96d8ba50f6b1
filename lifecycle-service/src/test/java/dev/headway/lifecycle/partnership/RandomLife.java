package dev.headway.lifecycle.partnership;

import static dev.headway.lifecycle.partnership.SampleHistories.ID;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.Provenance;
import dev.headway.contracts.history.EffectiveHistory.Recorded;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.RecordedHistory;
import dev.headway.projections.log.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** One partnership as it is lived: its aggregate, and everything that was recorded of it. */
final class RandomLife {

    private final EventStore store =
            EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    private final StoredHistories stored = new StoredHistories(store);
    private final List<Recorded> recorded = new ArrayList<>();
    private Partnership aggregate = new Partnership();

    List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    PartnershipState state() {
        return aggregate.state();
    }

    /** Decided as the aggregate does it, and what came of it applied. */
    List<PartnershipEvent> ask(PartnershipCommand command, DecisionContext context) {
        var decision = decide(command, context);
        return switch (decision) {
            case Decision.Happened happened -> {
                happened.events().forEach(event -> apply(event, null));
                yield happened.events();
            }
            case Decision.Corrected corrected -> {
                apply(corrected.withdrawal(), null);
                apply(corrected.anew(), corrected.withdrawal().eventId());
                yield List.of(corrected.withdrawal(), corrected.anew());
            }
            case Decision.Refused refused -> {
                apply(refused.event(), null);
                yield List.of(refused.event());
            }
            case Decision.Illegal _, Decision.Broken _, Decision.Forbidden _, Decision.Missing _ ->
                    List.of();
        };
    }

    Decision decide(PartnershipCommand command, DecisionContext context) {
        if (state() instanceof Registered known
                && known.facts().voided()
                && !command.isLegalWhenVoided()) {
            return new Decision.Illegal("voided");
        }
        return context.isFuture(command)
                ? new Decision.Broken("/effectiveAt", "lies in the future")
                : command.decide(state(), context.about(this::history));
    }

    RecordedHistory history() {
        return new RecordedHistory(recorded());
    }

    private void apply(PartnershipEvent event, @Nullable String corrects) {
        var place = recorded.size();
        var each = new Recorded("event-" + place, event, corrects);
        recorded.add(each);
        store.publish(message(each, place));
        evolve(aggregate, each, place);
    }

    private static GenericDomainEventMessage<PartnershipEvent> message(Recorded each, long place) {
        var corrects = each.corrects();
        return new GenericDomainEventMessage<>(
                "partnership",
                ID,
                place,
                each.event(),
                corrects == null
                        ? MetaData.emptyInstance()
                        : MetaData.from(Map.of("corrects", corrects)),
                each.eventId(),
                Instant.EPOCH);
    }

    /** From here on the aggregate is one that was loaded, from its snapshot or from its events. */
    void reload(boolean fromSnapshot) {
        if (fromSnapshot && recorded.size() > 1) {
            aggregate = new Partnership(aggregate.snapshot());
            return;
        }
        aggregate = new Partnership();
        for (int place = 0; place < recorded.size(); place++) {
            evolve(aggregate, recorded.get(place), place);
        }
    }

    private void evolve(Partnership partnership, Recorded each, long place) {
        partnership.evolve(each.event(), place, message(each, place), stored);
    }

    /** The same, as projections read it. */
    List<RecordedEvent> log() {
        var log = new ArrayList<RecordedEvent>();
        for (var each : recorded) {
            var place = log.size() + 1;
            log.add(
                    new RecordedEvent(
                            place,
                            each.eventId(),
                            ID,
                            place,
                            each.event(),
                            Instant.EPOCH,
                            Provenance.of("mia", "MANAGER", "API", "r")
                                    .inPlaceOf(each.corrects())));
        }
        return log;
    }
}
