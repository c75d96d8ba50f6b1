package dev.headway.lifecycle.partnership;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Hands {@link StoredHistories} to the aggregate, which reads them only for a correction. */
@Component
class StoredHistoriesResolver
        implements ParameterResolverFactory, ParameterResolver<StoredHistories> {

    private final StoredHistories histories;

    /** The store comes late: it is put together with what reads parameters here. */
    StoredHistoriesResolver(@Lazy EventStore events) {
        this.histories = new StoredHistories(events);
    }

    @Override
    public @Nullable ParameterResolver<StoredHistories> createInstance(
            Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == StoredHistories.class ? this : null;
    }

    @Override
    public StoredHistories resolveParameterValue(Message<?> message) {
        return histories;
    }

    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
