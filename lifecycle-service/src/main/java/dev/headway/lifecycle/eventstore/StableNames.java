package dev.headway.lifecycle.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.contracts.HeadwayEvent;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as flat JSON under their stable names ({@code PartnershipLaunched}, revision {@code
 * 1}), never under Java class names; other objects, as snapshots, keep their class name. Fields
 * come in the order of the record, null is left out, instants are ISO-8601, decimals keep every
 * digit.
 */
final class StableNames extends Jackson3Serializer {

    private final EventTypes types = new EventTypes(HeadwayEvent.class);

    StableNames() {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(StableNames::storedForm));
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(Class type) {
        var stored = types.storedAs(type);
        return stored == null ? super.typeForClass(type) : stored;
    }

    @Override
    protected String resolveClassName(SerializedType stored) {
        var type = types.named(stored.getName());
        return type == null ? stored.getName() : type.getName();
    }

    EventTypes types() {
        return types;
    }

    private static void storedForm(JsonMapper.Builder mapper) {
        mapper.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .changeDefaultPropertyInclusion(
                        all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                // isMotion() is a question to an event, not a field of it
                .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE));
    }
}
