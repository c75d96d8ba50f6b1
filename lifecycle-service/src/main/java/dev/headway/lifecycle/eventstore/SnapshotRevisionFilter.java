package dev.headway.lifecycle.eventstore;

import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * Lets through the snapshots that today's code has written: of a class that is still there, in the
 * revision that stands on it. Any other is passed over, and made anew from the events.
 */
record SnapshotRevisionFilter(Serializer serializer) implements SnapshotFilter {

    @Override
    public boolean test(DomainEventData<?> snapshot) {
        var stored = snapshot.getPayload().getType();
        var type = serializer.classForType(stored);
        return type != UnknownSerializedType.class
                && Objects.equals(
                        stored.getRevision(), serializer.typeForClass(type).getRevision());
    }
}
