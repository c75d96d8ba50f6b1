package dev.headway.contracts;

import java.time.Instant;

/**
 * One upload of history. While it runs nobody is told anything; when it ends, what is due goes out
 * at once.
 */
public sealed interface ImportEvent extends HeadwayEvent {

    String importId();

    record ImportStarted(String importId, int rows, Instant effectiveAt) implements ImportEvent {}

    record ImportFinished(
            String importId,
            int created,
            int updated,
            int unchanged,
            int rejected,
            Instant effectiveAt)
            implements ImportEvent {}
}
