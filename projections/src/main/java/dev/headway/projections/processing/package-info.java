/**
 * How projections follow the log. A projection is one question with its own tables; its processor
 * claims the position, reads a batch, hands it to the projection's handler, flushes, and stores the
 * new position in the same transaction. Nothing is skipped (positions are in commit order) and
 * nothing is applied twice. A rebuild does the same beside the tables that answer. Where a
 * projection fails at an event, the {@code CarefulReader} parks its stream, and {@code Replay}
 * works it in later.
 */
@ApplicationModule(
        allowedDependencies = {"deadletters", "log", "rebuilds", "scheduling", "tracing"})
@NullMarked
package dev.headway.projections.processing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
