package dev.headway.lifecycle.eventstore;

import dev.headway.projections.log.StoredType;
import dev.headway.projections.log.Upcaster;
import java.util.List;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One of the log's upcasters as Axon takes it, so that aggregates see what projections see. */
final class AxonUpcaster extends SingleEventUpcaster {

    private final Upcaster upcaster;

    private AxonUpcaster(Upcaster upcaster) {
        this.upcaster = upcaster;
    }

    /** In the same order: oldest first. */
    static EventUpcaster chain(List<Upcaster> upcasters) {
        return new EventUpcasterChain(upcasters.stream().map(AxonUpcaster::new).toList());
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return upcaster.from().equals(storedAs(event.getType()));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        var to = upcaster.to();
        return event.upcastPayload(
                new SimpleSerializedType(to.name(), to.revision()),
                JsonNode.class,
                fields -> upcaster.change().apply((ObjectNode) fields));
    }

    private static StoredType storedAs(SerializedType type) {
        return new StoredType(type.getName(), type.getRevision());
    }
}
