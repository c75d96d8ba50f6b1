package dev.headway.lifecycle.partnership;

import static dev.headway.lifecycle.partnership.SampleHistories.ID;
import static dev.headway.lifecycle.partnership.SampleHistories.NOW;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.EvaluatedGate.EvaluatedCriterion;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.MoveRefused;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.ExpectedVersions;
import dev.headway.lifecycle.partnership.deciding.CommandResult;
import dev.headway.lifecycle.partnership.deciding.PartnershipCommand;
import dev.headway.partnership.gates.RunningPilots;
import dev.headway.partnership.policy.Policy;
import dev.headway.partnership.state.PartnershipState.Registered;
import dev.headway.projections.calendar.BusinessCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;

/** {@code given(aPilot()).when(launch()).thenRefused(…)}: Axon's fixture around one partnership. */
public final class PartnershipFixture {

    private final History history;
    private final Instant now;
    private final Policy policy;

    private PartnershipFixture(History history, Instant now, Policy policy) {
        this.history = history;
        this.now = now;
        this.policy = policy;
    }

    public static PartnershipFixture given(History history) {
        return new PartnershipFixture(history, NOW, Policy.OUT_OF_THE_BOX);
    }

    public PartnershipFixture at(Instant now) {
        return new PartnershipFixture(history, now, policy);
    }

    public PartnershipFixture under(Policy policy) {
        return new PartnershipFixture(history, now, policy);
    }

    /** Asked by Mia, a manager. */
    public Then when(PartnershipCommand command) {
        return ask(command, "mia", null);
    }

    public Then when(PartnershipCommand command, String actor) {
        return ask(command, actor, null);
    }

    public Then whenSeenAt(long version, PartnershipCommand command) {
        return ask(command, "mia", version);
    }

    private Then ask(PartnershipCommand command, String actor, @Nullable Long expectedVersion) {
        var fixture = new AggregateTestFixture<>(Partnership.class);
        fixture.registerParameterResolverFactory(
                new DecisionContextResolver(
                        Clock.fixed(now, ZoneOffset.UTC),
                        BusinessCalendar.WEEKDAYS_UTC,
                        () -> policy,
                        () -> RunningPilots.NONE));
        fixture.registerParameterResolverFactory(
                new StoredHistoriesResolver(fixture.getEventStore()));
        var metaData = new HashMap<String, Object>();
        metaData.put("actor", actor);
        if (expectedVersion != null) {
            metaData.put("expectedVersions", ExpectedVersions.of(expectedVersion));
        }
        var given =
                history.events().isEmpty()
                        ? fixture.givenNoPriorActivity()
                        : fixture.given(history.events());
        return new Then(
                history,
                fixture.getEventStore(),
                given.when(CommandDispatcher.message(command, metaData)));
    }

    /** What came of it: the events, the answer, and the version the answer tells. */
    public record Then(History history, EventStore store, ResultValidator<Partnership> result) {

        /** It happened, as exactly these events. */
        public void then(PartnershipEvent... events) {
            var after = (Registered) history.and(events).state();
            result.expectEvents((Object[]) events)
                    .expectResultMessagePayload(
                            new CommandResult.Done(
                                    ID,
                                    after.stage(),
                                    history.version() + events.length,
                                    events.length));
        }

        /** Quiet success: no event, and the version as it was. */
        public void thenNothingNew() {
            then();
        }

        /** It moved, through a gate that passes or without one, as one event. */
        public void thenMovedTo(Stage stage, Class<? extends PartnershipEvent> event) {
            assertThat(newEvents()).singleElement().isInstanceOf(event);
            result.expectResultMessagePayload(
                    new CommandResult.Done(ID, stage, history.version() + 1, 1));
        }

        /** The gate stayed shut over exactly these criteria; recorded, and told. */
        public void thenRefused(Stage to, String... unmet) {
            assertThat(newEvents()).singleElement().isInstanceOf(MoveRefused.class);
            var refused = (MoveRefused) newEvents().getFirst();
            var gate = requireNonNull(refused.gate());
            assertThat(gate.unmet()).extracting(EvaluatedCriterion::id).containsExactly(unmet);
            assertThat(refused.from()).isEqualTo(stage().name());
            assertThat(refused.to()).isEqualTo(to.name());
            assertThat(refused.refusal()).isEqualTo("UNMET");
            result.expectResultMessagePayload(
                    new CommandResult.GateShut(ID, stage(), history.version() + 1, gate));
        }

        /** There is no such move; recorded, and told. */
        public void thenNoSuchMove(Stage to, Instant at) {
            var from = stage();
            result.expectEvents(new MoveRefused(from.name(), to.name(), "ILLEGAL", null, at))
                    .expectResultMessagePayload(
                            new CommandResult.Illegal(
                                    "There is no move from " + from + " to " + to,
                                    from,
                                    history.version() + 1));
        }

        public void thenIllegal(String why) {
            result.expectNoEvents()
                    .expectResultMessagePayload(
                            new CommandResult.Illegal(why, stage(), history.version()));
        }

        public void thenBroken(String pointer, String message) {
            result.expectNoEvents()
                    .expectResultMessagePayload(
                            new CommandResult.Broken(pointer, message, history.version()));
        }

        /** With a message that names what each run names anew. */
        public void thenBroken(Predicate<String> message) {
            result.expectNoEvents()
                    .expectResultMessagePayloadMatching(
                            Matchers.<Object>predicate(
                                    payload ->
                                            payload instanceof CommandResult.Broken broken
                                                    && message.test(broken.message())));
        }

        public void thenMissing(String what) {
            result.expectNoEvents()
                    .expectResultMessagePayload(new CommandResult.Missing(what, history.version()));
        }

        public void thenForbidden(String why) {
            result.expectNoEvents()
                    .expectResultMessagePayload(
                            new CommandResult.Forbidden(why, history.version()));
        }

        public void thenStale() {
            result.expectNoEvents()
                    .expectResultMessagePayload(new CommandResult.Stale(history.version()));
        }

        public void thenNotRegistered() {
            result.expectNoEvents().expectException(AggregateNotFoundException.class);
        }

        private Stage stage() {
            return history.registered().stage();
        }

        private List<PartnershipEvent> newEvents() {
            return store.readEvents(ID)
                    .asStream()
                    .skip(history.version())
                    .map(message -> (PartnershipEvent) message.getPayload())
                    .toList();
        }
    }
}
