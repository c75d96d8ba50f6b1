/**
 * A copy of the log on a node that stores no events of its own. {@code MirrorReader} reads the
 * topic, {@code MirrorTables} takes what follows into table {@code event} and notes the offset in
 * the same statement; what lies below every partition's position is the log that projections read,
 * with the same positions and the same bytes as the store.
 */
@ApplicationModule(allowedDependencies = {"log", "scheduling", "topic"})
@NullMarked
package dev.headway.projections.mirror;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
