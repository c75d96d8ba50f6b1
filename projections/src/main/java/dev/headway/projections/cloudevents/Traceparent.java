package dev.headway.projections.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.projections.log.EventBytes;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The trace of what brought an event, as its metadata has it. */
public final class Traceparent {

    /** Quotes within a text are escaped, so this stands nowhere but at a field. */
    private static final String FIELD = "\"traceparent\":";

    private static final JsonMapper JSON = new JsonMapper();

    private Traceparent() {}

    /** Empty where it was not traced; then nothing is parsed. */
    public static Optional<String> of(EventBytes event) {
        var metadata = new String(event.metadata(), UTF_8);
        return metadata.contains(FIELD)
                ? JSON.readTree(metadata).path("traceparent").asStringOpt()
                : Optional.empty();
    }
}
