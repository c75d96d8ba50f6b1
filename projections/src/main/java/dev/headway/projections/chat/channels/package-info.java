/** The configured channels: where each leads, what it accepts, and how calm it wants to be. */
@NullMarked
package dev.headway.projections.chat.channels;

import org.jspecify.annotations.NullMarked;
