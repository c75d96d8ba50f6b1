package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.Occasion;
import java.util.List;
import java.util.UUID;

/**
 * What was composed for a channel.
 *
 * @param deliveryId stays the same however often it is sent
 * @param alerts those it tells of, none for a weekly digest
 * @param occasions why it tells of each of them, in the same order
 */
public record Message(
        UUID deliveryId, List<UUID> alerts, List<Occasion> occasions, String payload) {}
