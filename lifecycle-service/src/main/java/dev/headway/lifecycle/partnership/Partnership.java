package dev.headway.lifecycle.partnership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.CorrectionEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.Stage;
import dev.headway.contracts.history.EffectiveHistory;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.lifecycle.partnership.deciding.Decision;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.lifecycle.partnership.prospect.RegisterPartnership;
import dev.headway.partnership.state.PartnershipSnapshot;
import dev.headway.partnership.state.PartnershipState;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.partnership.state.PartnershipState.Unregistered;
import dev.headway.partnership.state.RecordedHistory;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One partnership, from prospect to sunset. What can be asked of it is in {@link
 * PartnershipCommand}; each command brings its own rule, and the state is what the events add up
 * to.
 */
@Aggregate(
        type = "partnership",
        cache = "partnershipCache",
        snapshotTriggerDefinition = "partnershipSnapshotTrigger")
@Revision(PartnershipSnapshot.REVISION)
class Partnership {

    @AggregateIdentifier private @Nullable String partnershipId;

    private PartnershipState state = new Unregistered();

    /** All events, from the first correction on; until then the state is all that is needed. */
    private @Nullable RecordedHistory history;

    Partnership() {}

    /** As it was when its snapshot was written. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Partnership(PartnershipSnapshot snapshot) {
        partnershipId = snapshot.partnershipId();
        state = snapshot.state();
    }

    @JsonValue
    PartnershipSnapshot snapshot() {
        if (partnershipId != null && state instanceof Registered registered) {
            return PartnershipSnapshot.of(partnershipId, registered);
        }
        throw new IllegalStateException("There is nothing to snapshot before the first event");
    }

    PartnershipState state() {
        return state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    CommandResult decide(RegisterPartnership command, DecisionContext context) {
        return handle(command, context);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandResult decide(
            ImportPartnership command, DecisionContext context, StoredHistories stored) {
        return handle(command, context.about(() -> history(version(), stored)));
    }

    /** All others: each says that it is {@link PartnershipCommand#handledAs() handled} here. */
    @CommandHandler
    CommandResult decide(
            PartnershipCommand command, DecisionContext context, StoredHistories stored) {
        return handle(command, context.about(() -> history(version(), stored)));
    }

    /** Every command meets the same checks, whatever door it came through. */
    private CommandResult handle(PartnershipCommand command, DecisionContext context) {
        if (!context.expects(version())) {
            return new CommandResult.Stale(version());
        }
        if (context.isFuture(command)) {
            return new CommandResult.Broken("/effectiveAt", "lies in the future", version());
        }
        if (isVoided() && !command.isLegalWhenVoided()) {
            return new CommandResult.Illegal(
                    "The partnership is voided; unvoid it to go on", stage(), version());
        }
        return apply(command, command.decide(state, context));
    }

    private CommandResult apply(PartnershipCommand command, Decision decision) {
        switch (decision) {
            case Decision.Happened happened -> happened.events().forEach(AggregateLifecycle::apply);
            case Decision.Corrected corrected -> {
                var withdrawal = corrected.withdrawal();
                AggregateLifecycle.apply(withdrawal);
                AggregateLifecycle.apply(
                        corrected.anew(), MetaData.with("corrects", withdrawal.eventId()));
            }
            case Decision.Refused refused -> AggregateLifecycle.apply(refused.event());
            case Decision.Illegal _,
                    Decision.Broken _,
                    Decision.Forbidden _,
                    Decision.Missing _ -> {
                // nothing is stored
            }
        }
        return CommandResult.of(decision, command.partnershipId(), stage(), version());
    }

    private boolean isVoided() {
        return state instanceof Registered registered && registered.facts().voided();
    }

    private Stage stage() {
        return state instanceof Registered registered ? registered.stage() : Stage.PROSPECT;
    }

    /** How many events there are: what the caller knows as the version. */
    private long version() {
        return AggregateLifecycle.getVersion() == null ? 0 : AggregateLifecycle.getVersion() + 1;
    }

    @EventSourcingHandler
    void evolve(
            PartnershipEvent event,
            @SequenceNumber long sequence,
            DomainEventMessage<?> message,
            StoredHistories stored) {
        if (event instanceof PartnershipRegistered registered) {
            partnershipId = registered.partnershipId();
        }
        if (history == null && !(event instanceof CorrectionEvent)) {
            state = state.evolve(event);
            return;
        }
        var recorded = StoredHistories.recorded(message);
        history = history(sequence, stored).plus(recorded);
        state =
                EffectiveHistory.isCorrection(event, recorded.corrects())
                        ? history.state()
                        : state.evolve(event);
    }

    /**
     * What was recorded before there were so many events. What stands in the place of something
     * comes right after its withdrawal, so that until the first one nobody needs to look for it.
     */
    private RecordedHistory history(long events, StoredHistories stored) {
        return history == null
                ? stored.first(events, Objects.requireNonNull(partnershipId))
                : history;
    }
}
