package dev.headway.partnership.state;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.partnership.state.LatestEvents.Key;
import java.util.List;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;

/** The latest event of its kind about a subject, in a form that can be written down. */
public record KeptEvent(
        String subject,
        @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
                PartnershipEvent event) {

    static List<KeptEvent> of(LatestEvents events) {
        return events.latest().entrySet().stream()
                .map(each -> new KeptEvent(each.getKey().subject(), each.getValue()))
                .toList();
    }

    static LatestEvents latestEvents(List<KeptEvent> kept) {
        return new LatestEvents(
                HashTreePMap.from(
                        kept.stream().collect(Collectors.toMap(KeptEvent::key, KeptEvent::event))));
    }

    private Key key() {
        return new Key(event.getClass(), subject);
    }
}
