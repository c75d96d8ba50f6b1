package dev.headway.lifecycle.partners;

import dev.headway.contracts.PartnerEvent;
import dev.headway.lifecycle.commands.ExpectedVersions;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A company. Its stream begins with the first that is said of it: what it is called until then is
 * for partnerships to say, and the stream keeps it as it was.
 */
@Aggregate(type = "partner")
class PartnerAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private PartnerState state = PartnerState.NONE;
    private long version;

    PartnerAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PartnerResult decide(
            PartnerCommand command,
            @MetaDataValue("expectedVersions") @Nullable ExpectedVersions seen,
            WhichPartnerIsMeant known,
            Clock clock) {
        if (seen != null && !seen.include(version)) {
            return new PartnerResult.Stale(version);
        }
        var before = version == 0 ? called(command, known) : state;
        if (!before.isThere() && !(command instanceof AddPartner)) {
            return new PartnerResult.Missing(version);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (command.decide(before, now)) {
            case PartnerDecision.Happened happened -> {
                begin(command, before, now);
                AggregateLifecycle.apply(happened.event());
                yield new PartnerResult.Done(state, version);
            }
            case PartnerDecision.NothingNew _ -> new PartnerResult.Done(before, version);
            case PartnerDecision.Illegal illegal ->
                    new PartnerResult.Illegal(illegal.why(), version);
            case PartnerDecision.Broken broken ->
                    new PartnerResult.Broken(broken.pointer(), broken.message(), version);
        };
    }

    private static PartnerState called(PartnerCommand command, WhichPartnerIsMeant known) {
        return command instanceof AddPartner
                ? PartnerState.NONE
                : known.find(command.partnerId())
                        .map(each -> PartnerState.of(each.name(), each.type(), each.website()))
                        .orElse(PartnerState.NONE);
    }

    private void begin(PartnerCommand command, PartnerState before, Instant now) {
        if (version == 0 && before.isThere()) {
            AggregateLifecycle.apply(before.named(command.partnerId(), now));
        }
    }

    @EventSourcingHandler
    void evolve(PartnerEvent event) {
        stream = PartnerEvent.STREAM + event.partnerId();
        state = state.evolve(event);
        version++;
    }
}
