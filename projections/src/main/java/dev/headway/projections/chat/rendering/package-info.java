/**
 * How each service wants to be written to: one template file a service, filled with words that were
 * sanitized for it first. Whatever a partnership is called, what comes out is one valid message
 * that mentions nobody.
 */
@NullMarked
package dev.headway.projections.chat.rendering;

import org.jspecify.annotations.NullMarked;
