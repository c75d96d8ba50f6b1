/**
 * What rules look at: the anchors and facts of a watched partnership, each small, and evolved from
 * events. Pure; knows no rule.
 */
@NullMarked
package dev.headway.projections.watching.facts;

import org.jspecify.annotations.NullMarked;
