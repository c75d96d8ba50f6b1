package dev.headway.projections.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.projections.cloudevents.EventEnvelope;
import dev.headway.projections.log.EventBytes;
import dev.headway.projections.log.EventDecoder;
import dev.headway.projections.log.EventRevisions;
import dev.headway.projections.log.EventTypes;
import dev.headway.projections.log.UndecodableEventException;
import dev.headway.projections.personal.JsonText;
import dev.headway.projections.personal.PersonalFields;
import dev.headway.projections.personal.PersonalText;
import io.cloudevents.CloudEvent;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stored events as whoever is not Headway may read them: names opened, as in every answer, and
 * nothing else changed. Whoever was forgotten is so here as well, also in events from before names
 * were sealed. What nothing here decodes leaves as it is stored.
 */
@Component
public class OpenedEvents {

    private static final JsonMapper JSON = new JsonMapper();

    private final EventEnvelope envelope;
    private final EventDecoder decoder;
    private final Optional<PersonalFields> fields;
    private final Optional<PersonalText> texts;

    OpenedEvents(
            EventTypes types,
            Optional<PersonalFields> fields,
            Optional<PersonalText> texts,
            @Value("${headway.kafka.source:/headway}") URI source) {
        this.envelope = new EventEnvelope(source);
        this.decoder = new EventDecoder(types, EventRevisions.upcasters());
        this.fields = fields;
        this.texts = texts;
    }

    /**
     * An event on its way out.
     *
     * @throws dev.headway.projections.personal.UnknownKeyException when a name was sealed with a
     *     key that is not here
     */
    public CloudEvent opened(EventBytes event) {
        return envelope.of(texts.map(each -> opened(event, each)).orElse(event)).build();
    }

    private EventBytes opened(EventBytes event, PersonalText texts) {
        var forgotten = forgotten(event);
        return event.with(
                opened(event.payload(), forgotten, texts),
                opened(event.metadata(), forgotten, texts));
    }

    private static byte[] opened(byte[] json, Set<String> forgotten, PersonalText texts) {
        var text = new String(json, UTF_8);
        for (var name : forgotten) {
            text = text.replace(quoted(name), quoted(PersonalText.FORGOTTEN));
        }
        return texts.open(text, JsonText::escaped).getBytes(UTF_8);
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    /** Those whom an event from before names were sealed still names. */
    private Set<String> forgotten(EventBytes event) {
        if (fields.isEmpty()) {
            return Set.of();
        }
        try {
            var decoded = decoder.decode(event.stored());
            return fields.get().forgottenIn(decoded.event(), decoded.provenance());
        } catch (UndecodableEventException _) {
            return Set.of();
        }
    }
}
