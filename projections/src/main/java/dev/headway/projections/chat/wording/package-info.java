/**
 * How each service wants to be told: one template file a service, filled with words that were made
 * harmless for it first. Whatever a partnership is called, what comes out is one valid message that
 * mentions nobody.
 */
@NullMarked
package dev.headway.projections.chat.wording;

import org.jspecify.annotations.NullMarked;
