package dev.headway.lifecycle.handovers;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.headway.lifecycle.elsewhere.ProjectionNodes;
import dev.headway.lifecycle.people.Owner;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.personal.PersonalText;
import dev.headway.projections.querying.OwnerFilter;
import dev.headway.projections.questions.owners.OwnedThings;
import dev.headway.projections.questions.owners.OwnedThings.Kind;
import dev.headway.projections.questions.owners.OwnedThings.OwnedThing;
import dev.headway.projections.tables.OwnerKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Seats and steps as every node has them that takes commands; alerts by the list of projection
 * nodes, which notice them.
 */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", havingValue = false)
class OwnedElsewhere implements OwnedByLeaver {

    private static final String PAGE = "200";

    private final OwnedThings owned;
    private final ProjectionNodes nodes;
    private final EventLog log;
    private final PersonalText texts;

    OwnedElsewhere(OwnedThings owned, ProjectionNodes nodes, EventLog log, PersonalText texts) {
        this.owned = owned;
        this.nodes = nodes;
        this.log = log;
        this.texts = texts;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Listed(String id, String partnershipId, String partnershipName, String rule) {

        OwnedThing thing() {
            return new OwnedThing(partnershipId, partnershipName, Kind.ALERTS, id, rule);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(List<Listed> items, @Nullable String nextCursor) {}

    @Override
    public Stream<OwnedThing> things(Owner leaver, Set<Kind> kinds) {
        var known = EnumSet.copyOf(kinds);
        var withAlerts = known.remove(Kind.ALERTS);
        if (!known.isEmpty()) {
            owned.await(known);
        }
        var key = OwnerKey.of(leaver.name(), leaver.id());
        var here = known.stream().flatMap(kind -> owned.of(key, kind));
        return withAlerts ? Stream.concat(here, alerts(leaver)) : here;
    }

    /** The oldest first, those that are over aside; page by page as they are needed. */
    private Stream<OwnedThing> alerts(Owner leaver) {
        var name = texts.open(leaver.name());
        if (leaver.id() == null && OwnerFilter.isWhoeverAsks(name)) {
            return Stream.empty(); // so the list would take it for whoever calls
        }
        var asked = new LinkedMultiValueMap<String, String>();
        asked.put("status", List.of("OPEN", "ACKNOWLEDGED", "SNOOZED"));
        asked.set("sort", "raisedAt");
        asked.set("limit", PAGE);
        if (leaver.id() == null) {
            asked.set("owner", name);
        } else {
            asked.set("ownerId", leaver.id());
        }
        return Stream.iterate(
                        Optional.of(page(asked, log.head())),
                        Optional::isPresent,
                        last -> last.flatMap(page -> after(page, asked)))
                .flatMap(Optional::stream)
                .flatMap(page -> page.items().stream())
                .map(Listed::thing);
    }

    private Optional<Told> after(Told page, MultiValueMap<String, String> asked) {
        if (page.nextCursor() == null) {
            return Optional.empty();
        }
        asked.set("cursor", page.nextCursor());
        return Optional.of(page(asked, 0));
    }

    private Told page(MultiValueMap<String, String> asked, long position) {
        return nodes.find("/alerts", asked, position, Told.class).orElseThrow();
    }
}
