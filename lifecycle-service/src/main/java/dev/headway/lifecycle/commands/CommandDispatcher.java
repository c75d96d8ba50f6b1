package dev.headway.lifecycle.commands;

import dev.headway.lifecycle.eventstore.AppendContext;
import dev.headway.lifecycle.eventstore.EventTooLargeException;
import dev.headway.lifecycle.eventstore.UnknownOutcomeException;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.EventStoreUnavailableException;
import dev.headway.projections.personal.PersonalFields;
import dev.headway.projections.tracing.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * How a command gets to its aggregate and comes back with an answer: authorized, decided again when
 * it lost a race, and counted.
 */
@Component
public class CommandDispatcher {

    /** Far more than two nodes can lose in a row; a safety net, not a policy. */
    private static final int ATTEMPTS = 50;

    private final CommandGateway gateway;
    private final EventStore events;
    private final Cache cache;
    private final EventLog log;
    private final PersonalFields personal;
    private final Traces traces;
    private final MeterProvider<Counter> commands;

    CommandDispatcher(
            CommandGateway gateway,
            EventStore events,
            Cache cache,
            EventLog log,
            PersonalFields personal,
            Traces traces,
            MeterRegistry meters) {
        this.gateway = gateway;
        this.events = events;
        this.cache = cache;
        this.log = log;
        this.personal = personal;
        this.traces = traces;
        this.commands =
                Counter.builder("headway.commands")
                        .description("Commands, by what became of them")
                        .baseUnit("commands")
                        .withRegistry(meters);
    }

    /**
     * Sends a command on behalf of a request, with what says who somebody is sealed. A command that
     * loses a race to another writer is decided again on what the other one left, so that only the
     * caller's own expected version can make it stale.
     *
     * @throws DispatchException when the caller may not ask for it, no aggregate answers to the id,
     *     the store is away or took it without an answer, or other writers were always faster
     */
    public <A> Receipt<A> send(Command command, RequestContext context) {
        return send(command, context, AppendContext::withoutKey);
    }

    /** What a caller waits for to read what it wrote; where nothing was new, all there is. */
    public long positionToAwait(Receipt<?> receipt) {
        return receipt.position() > 0 ? receipt.position() : log.head();
    }

    /** As the bus carries it: under the name of the type that its handler takes. */
    public static CommandMessage<Command> message(Command command, Map<String, ?> metaData) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(command, metaData), command.handledAs().getName());
    }

    /** As it is decided on, and may be told of in an answer that is kept. */
    <C extends Command> C sealed(C command) {
        return personal.sealed(command);
    }

    <A> Receipt<A> send(Command asked, RequestContext context, Supplier<AppendContext> append) {
        var command = sealed(asked);
        if (!context.may(command)) {
            throw new DispatchException.NotPermitted(command);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                Receipt<A> receipt = attempt(command, context, append.get());
                if (attempt == ATTEMPTS || !isOutdated(command, receipt)) {
                    return receipt;
                }
                count(command, "outdated");
                cache.remove(command.aggregateId());
            } catch (ConcurrencyException | AggregateStreamCreationException lostRace) {
                count(command, "lost-race");
                if (attempt == ATTEMPTS) {
                    throw new DispatchException.TooManyWriters();
                }
            } catch (EventStoreUnavailableException away) {
                count(command, "store-away");
                throw new DispatchException.StoreUnavailable(away);
            } catch (EventTooLargeException large) {
                count(command, "too-large");
                throw new DispatchException.TooLarge();
            } catch (UnknownOutcomeException lost) {
                count(command, "outcome-unknown");
                throw new DispatchException.OutcomeUnknown();
            } catch (AggregateNotFoundException unknown) {
                count(command, "unknown");
                throw new DispatchException.UnknownAggregate(command.aggregateType());
            }
        }
    }

    /**
     * Whether an answer that stored nothing was given from memory that another node has outrun; one
     * that stores is checked by the store itself.
     */
    private boolean isOutdated(Command command, Receipt<?> receipt) {
        return receipt.position() == 0
                && receipt.answer() instanceof Versioned given
                && given.version()
                        != events.lastSequenceNumberFor(command.aggregateId())
                                .map(last -> last + 1)
                                .orElse(0L);
    }

    private <A> Receipt<A> attempt(Command command, RequestContext context, AppendContext append) {
        try (var part = traces.begin(command.getClass().getSimpleName())) {
            var message = message(command, context.metaData(command, traces.traceparent()));
            A answer =
                    ScopedValue.where(AppendContext.CURRENT, append)
                            .call(() -> gateway.sendAndWait(message));
            var outcome = answer.getClass().getSimpleName();
            count(command, outcome);
            part.with("outcome", outcome);
            return new Receipt<>(answer, append.position().orElse(0));
        }
    }

    private void count(Command command, String outcome) {
        commands.withTags("command", command.getClass().getSimpleName(), "outcome", outcome)
                .increment();
    }
}
