/**
 * From an alert to a message: what was raised waits two seconds in the outbox for others of the
 * same burst, and becomes one message for each channel.
 */
@NamedInterface("outbox")
@NullMarked
package dev.headway.projections.chat.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
