package dev.headway.projections.chat.outbox;

import dev.headway.projections.chat.Occasion;
import java.util.UUID;

/** An alert that waits; {@code isHeld} when it has waited for another day. */
record OutboxEntry(UUID alertId, Occasion occasion, boolean isHeld) {}
