package dev.headway.projections.chat.outbox;

import dev.headway.projections.chat.Occasion;
import java.util.UUID;

/**
 * An alert that waits.
 *
 * @param isHeld it has waited for another day
 * @param isAfterImport it has waited for the end of an import
 */
record OutboxEntry(UUID alertId, Occasion occasion, boolean isHeld, boolean isAfterImport) {}
