/**
 * Tells people. An alert that was raised waits two seconds for others of the same burst, becomes a
 * message, and the message is tried until the channel has taken it or it is given up: from an
 * outbox in the database, by one node at a time, at a pace that the channel bears. Where it goes is
 * checked address by address, and never written down.
 */
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "personal",
            "querying",
            "retention",
            "scheduling",
            "tracing"
        })
@NullMarked
package dev.headway.projections.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
