/**
 * {@code ./headway verify}: whether an export is what was sealed, without a service and without a
 * database. {@code ExportVerifier} holds every event against the tree's tiles ({@code
 * EventsCheck}), the tiles against what was signed ({@code TreeCheck}), and that against
 * checkpoints that were kept elsewhere ({@code KeptCheck}); the first thing that is not as it was
 * sealed ends it.
 */
@NullMarked
package dev.headway.projections.audit.verifying;

import org.jspecify.annotations.NullMarked;
