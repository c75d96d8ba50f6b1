package dev.headway.lifecycle.partnership;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.ExpectedVersions;
import dev.headway.lifecycle.partnership.deciding.DecisionContext;
import dev.headway.partnership.gates.RunningPilots;
import dev.headway.partnership.policy.Policy;
import dev.headway.partnership.state.RecordedHistory;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.identity.Actor;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Hands each command handler the {@link DecisionContext} in which it decides. */
@Component
class DecisionContextResolver
        implements ParameterResolverFactory, ParameterResolver<DecisionContext> {

    private final Clock clock;
    private final BusinessCalendar calendar;
    private final Supplier<Policy> policy;
    private final Supplier<RunningPilots> pilots;

    /** Policy and pilots come late: they need the event store, which is put together after this. */
    DecisionContextResolver(
            Clock clock,
            BusinessCalendar calendar,
            @Lazy Supplier<Policy> policy,
            @Lazy Supplier<RunningPilots> pilots) {
        this.clock = clock;
        this.calendar = calendar;
        this.policy = policy;
        this.pilots = pilots;
    }

    @Override
    public @Nullable ParameterResolver<DecisionContext> createInstance(
            Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == DecisionContext.class ? this : null;
    }

    @Override
    public DecisionContext resolveParameterValue(Message<?> message) {
        var metaData = message.getMetaData();
        return new DecisionContext(
                clock.instant(),
                Actor.of(metaData),
                roles(metaData.get("roles")),
                (ExpectedVersions) metaData.get("expectedVersions"),
                calendar.zone(),
                policy,
                pilots,
                () -> RecordedHistory.NONE);
    }

    private static Set<Role> roles(@Nullable Object known) {
        return known instanceof Set<?> roles
                ? roles.stream().map(Role.class::cast).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
