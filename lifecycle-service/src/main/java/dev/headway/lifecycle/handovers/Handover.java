package dev.headway.lifecycle.handovers;

import dev.headway.lifecycle.people.Owner;
import dev.headway.projections.questions.owners.OwnedThings.Kind;
import java.util.Set;

/**
 * What is asked for.
 *
 * @param from whose things they are
 * @param to whose they become
 */
record Handover(Owner from, Owner to, Set<Kind> what, String reason) {}
