/**
 * Notices. Each {@link dev.headway.projections.watching.rules.Rule} watches a partnership from an
 * anchor, an event that started its clock, and is due a threshold later. {@code
 * WatchedPartnerships} keeps one due date per rule, the {@code Sweep} looks at those that have
 * come, and what it finds is an alert: raised once per episode, resolved by the event that moved
 * the clock, or by a policy under which it is no longer due. Alerts outlive every rebuild.
 */
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "chat",
            "chat :: delivery",
            "chat :: outbox",
            "deadletters",
            "log",
            "processing",
            "querying",
            "querying :: csv",
            "scheduling",
            "tables"
        })
@NullMarked
package dev.headway.projections.watching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
