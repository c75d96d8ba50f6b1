package dev.headway.lifecycle.handovers;

import dev.headway.lifecycle.people.Owner;
import dev.headway.projections.questions.owners.OwnedThings.Kind;
import dev.headway.projections.questions.owners.OwnedThings.OwnedThing;
import java.util.Set;
import java.util.stream.Stream;

/** What there is to hand over, wherever it is known. */
interface OwnedByLeaver {

    /**
     * Kind by kind, in pages that are asked for as they are needed; what was written just before is
     * among it.
     *
     * @throws dev.headway.projections.querying.ProjectionBehindException when that takes longer
     *     than somebody would wait
     * @throws dev.headway.projections.http.Problem 503 when nobody can say
     */
    Stream<OwnedThing> things(Owner leaver, Set<Kind> kinds);
}
