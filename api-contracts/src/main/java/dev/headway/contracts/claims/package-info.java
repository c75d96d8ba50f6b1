/**
 * What makes two leverage claims the same one, and what was measured of each: asked by the gate,
 * the portfolio and the alert alike.
 */
@NullMarked
package dev.headway.contracts.claims;

import org.jspecify.annotations.NullMarked;
