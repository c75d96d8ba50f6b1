package dev.headway.projections.chat.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that is ours to try.
 *
 * @param attempt its number, from 1
 * @param sendBy who has not begun to send by then leaves it to the next, so that nothing is under
 *     way when the lease lapses
 * @param retryUntil when it is given up
 * @param wasUncertain whether an earlier try began and nobody knows how it ended
 */
record DeliveryLease(
        UUID deliveryId,
        int attempt,
        String payload,
        Instant sendBy,
        Instant retryUntil,
        boolean wasUncertain) {}
