package dev.headway.lifecycle.views;

import dev.headway.projections.identity.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * A view that somebody keeps.
 *
 * @param ownerId who keeps it, as {@link Actor#getName()} has it
 * @param ownerName as shown when they changed it last
 * @param list the end of the list's path, as {@code partnerships}
 * @param query as after the question mark of its address
 * @param shared whether everybody sees it
 */
record SavedView(
        UUID viewId,
        String ownerId,
        String ownerName,
        String name,
        String list,
        String query,
        boolean shared,
        Instant createdAt,
        Instant changedAt) {

    boolean isOf(Actor caller) {
        return ownerId.equals(caller.getName());
    }

    boolean isVisibleTo(Actor caller) {
        return shared || isOf(caller);
    }
}
