/**
 * Who looks at a page is told what changed, by ids and nothing more. The {@code ChangeFeed} follows
 * the log once for all who listen on this node, and does nothing when nobody does; {@code
 * AlertChangeTable} has what becomes of alerts, which is no event. Each listener has a {@code
 * ChangeQueue} of bounded length, and whoever comes back is told by {@code MissedChanges} what they
 * missed, or that it was too much.
 */
@ApplicationModule(allowedDependencies = {"log", "processing", "retention"})
@NullMarked
package dev.headway.projections.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
