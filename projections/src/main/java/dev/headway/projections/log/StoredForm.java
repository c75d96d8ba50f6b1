package dev.headway.projections.log;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON that an event is stored as: flat, fields in the order of the record, null left out,
 * instants in ISO-8601, decimals with every digit. Unknown fields are passed over when reading.
 */
public final class StoredForm {

    private StoredForm() {}

    /** Makes a mapper write and read events as they are stored. */
    public static void configure(JsonMapper.Builder mapper) {
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

    static JsonMapper mapper() {
        var mapper = JsonMapper.builder();
        configure(mapper);
        return mapper.build();
    }
}
