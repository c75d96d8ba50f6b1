/**
 * From a message to its channel: tried by one node at a time, at a pace that the channel bears,
 * until it is taken or given up. Owns the deliveries and their log.
 */
@NamedInterface("delivery")
@NullMarked
package dev.headway.projections.chat.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
