package dev.headway.lifecycle.handovers;

import dev.headway.lifecycle.people.Owner;
import dev.headway.projections.questions.owners.OwnedThings;
import dev.headway.projections.questions.owners.OwnedThings.Kind;
import dev.headway.projections.questions.owners.OwnedThings.OwnedThing;
import dev.headway.projections.tables.OwnerKey;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** As the questions of this process have it. */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", matchIfMissing = true)
class OwnedHere implements OwnedByLeaver {

    private final OwnedThings owned;

    OwnedHere(OwnedThings owned) {
        this.owned = owned;
    }

    @Override
    public Stream<OwnedThing> things(Owner leaver, Set<Kind> kinds) {
        owned.await(kinds);
        var key = OwnerKey.of(leaver.name(), leaver.id());
        return kinds.stream().sorted().flatMap(kind -> owned.of(key, kind));
    }
}
