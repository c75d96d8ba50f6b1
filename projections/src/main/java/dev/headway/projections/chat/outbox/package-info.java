/**
 * From an alert to a message: what was raised waits two seconds in the outbox for others of the
 * same burst, and becomes one message for each channel.
 */
@NullMarked
package dev.headway.projections.chat.outbox;

import org.jspecify.annotations.NullMarked;
