package dev.headway.projections.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.types.Time;
import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * CloudEvents in one JSON array, as the JSON format 1.0 has batches: each event's data stands in it
 * as it was stored, character for character. What was stored and is no JSON is in base 64.
 */
public final class CloudEventBatch {

    public static final String MEDIA_TYPE = "application/cloudevents-batch+json";

    private static final JsonMapper JSON = new JsonMapper();

    private CloudEventBatch() {}

    /** The batch in UTF-8. */
    public static byte[] json(List<CloudEvent> events) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            events.forEach(event -> write(event, json));
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    private static void write(CloudEvent event, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("specversion", event.getSpecVersion().toString());
        var attributes = new TreeSet<>(event.getAttributeNames());
        attributes.remove("specversion");
        attributes.forEach(name -> json.writeStringProperty(name, text(event.getAttribute(name))));
        new TreeSet<>(event.getExtensionNames())
                .forEach(name -> json.writeStringProperty(name, text(event.getExtension(name))));
        var data = event.getData();
        if (data != null) {
            writeData(data.toBytes(), json);
        }
        json.writeEndObject();
    }

    private static String text(@Nullable Object value) {
        return value instanceof OffsetDateTime time ? Time.writeTime(time) : String.valueOf(value);
    }

    private static void writeData(byte[] data, JsonGenerator json) {
        if (isJson(data)) {
            json.writeName("data");
            json.writeRawValue(new String(data, UTF_8));
        } else {
            json.writeName("data_base64");
            json.writeBinary(data);
        }
    }

    /** Whether it is one value and nothing behind it. */
    private static boolean isJson(byte[] data) {
        try (var parser = JSON.createParser(data)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException _) {
            return false;
        }
    }
}
