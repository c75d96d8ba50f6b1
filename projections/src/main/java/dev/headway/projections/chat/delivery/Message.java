package dev.headway.projections.chat.delivery;

import java.util.List;
import java.util.UUID;

/**
 * What was composed for a channel.
 *
 * @param deliveryId stays the same however often it is sent
 * @param alerts those it tells of, none for a weekly digest
 */
public record Message(UUID deliveryId, List<UUID> alerts, String payload) {}
