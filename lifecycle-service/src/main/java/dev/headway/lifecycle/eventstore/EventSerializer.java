package dev.headway.lifecycle.eventstore;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.Sealing;
import dev.headway.projections.log.StoredForm;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.ObjectReader;

/**
 * Writes events in their stored form under their stable names ({@code PartnershipLaunched},
 * revision {@code 1}), never under Java class names; other objects, as snapshots, keep their class
 * name.
 */
final class EventSerializer extends Jackson3Serializer {

    private final EventTypes types;
    private final Sealing sealing;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    EventSerializer(EventTypes types) {
        this(types, Sealing.NONE);
    }

    /**
     * @param sealing what is done to an event before it is written, and after it was read
     */
    EventSerializer(EventTypes types, Sealing sealing) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(StoredForm::configure));
        this.types = types;
        this.sealing = sealing;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        return super.serialize(
                object instanceof HeadwayEvent event ? sealing.stored(event) : object,
                representation);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> stored) {
        T read = super.deserialize(stored);
        return read instanceof HeadwayEvent event ? (T) sealing.recorded(event) : read;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(Class type) {
        var stored = types.storedAs(type);
        return stored == null
                ? super.typeForClass(type)
                : new SimpleSerializedType(stored.name(), stored.revision());
    }

    /**
     * Asked for every event that is read; what has a stable name needs no look-up by class name.
     */
    @Override
    public Class<?> classForType(SerializedType stored) {
        var type = types.named(stored.getName());
        return type == null ? super.classForType(stored) : type;
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return readers.computeIfAbsent(type, super::getReader);
    }

    @Override
    protected String resolveClassName(SerializedType stored) {
        var type = types.named(stored.getName());
        return type == null ? stored.getName() : type.getName();
    }
}
