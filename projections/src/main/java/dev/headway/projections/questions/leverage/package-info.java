/**
 * Leverage as revenue: what joint wins are worth, by mechanism, pattern, partner and quarter, and
 * how far what was claimed came true. It follows from histories when somebody asks; currencies stay
 * apart, as no rate of exchange is an event.
 */
@NullMarked
package dev.headway.projections.questions.leverage;

import org.jspecify.annotations.NullMarked;
