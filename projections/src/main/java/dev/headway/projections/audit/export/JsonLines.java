package dev.headway.projections.audit.export;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line. */
final class JsonLines implements LineFormat {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    @Override
    public String head() {
        return "";
    }

    @Override
    public String write(ExportLine event) {
        return MAPPER.writeValueAsString(event) + "\n";
    }

    @Override
    public Optional<String> next(LineReader from) throws IOException {
        return from.next();
    }

    @Override
    public ExportLine parse(String text) {
        try {
            var event = parsed(text);
            if (event != null && event.namesAll() && write(event).equals(text)) {
                return event;
            }
        } catch (JacksonException _) {
            // its message would show what the line holds
        }
        throw new IllegalArgumentException("is not written as an export is");
    }

    private static @Nullable ExportLine parsed(String text) {
        return MAPPER.readValue(text, ExportLine.class);
    }
}
