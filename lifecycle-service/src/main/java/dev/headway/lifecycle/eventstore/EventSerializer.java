package dev.headway.lifecycle.eventstore;

import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.StoredForm;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Writes events in their stored form under their stable names ({@code PartnershipLaunched},
 * revision {@code 1}), never under Java class names; other objects, as snapshots, keep their class
 * name.
 */
final class EventSerializer extends Jackson3Serializer {

    private final EventTypes types;

    EventSerializer(EventTypes types) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(StoredForm::configure));
        this.types = types;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(Class type) {
        var stored = types.storedAs(type);
        return stored == null
                ? super.typeForClass(type)
                : new SimpleSerializedType(stored.name(), stored.revision());
    }

    @Override
    protected String resolveClassName(SerializedType stored) {
        var type = types.named(stored.getName());
        return type == null ? stored.getName() : type.getName();
    }
}
