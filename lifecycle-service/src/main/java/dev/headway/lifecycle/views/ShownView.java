package dev.headway.lifecycle.views;

import dev.headway.projections.identity.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * A view as it is answered.
 *
 * @param mine whether the caller keeps it, and may change it
 * @param owner who keeps it, as shown when they changed it last
 */
record ShownView(
        UUID id,
        String name,
        String list,
        String query,
        boolean shared,
        boolean mine,
        String owner,
        Instant createdAt,
        Instant changedAt) {

    static ShownView of(SavedView view, Actor caller) {
        return new ShownView(
                view.viewId(),
                view.name(),
                view.list(),
                view.query(),
                view.shared(),
                view.isOf(caller),
                view.ownerName(),
                view.createdAt(),
                view.changedAt());
    }
}
