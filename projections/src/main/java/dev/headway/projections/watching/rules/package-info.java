/**
 * The rules. Each {@link dev.headway.projections.watching.rules.Rule} reads the facts of a
 * partnership and names the anchors it counts from; due is an anchor and the threshold that the
 * program sets. Pure.
 */
@NullMarked
package dev.headway.projections.watching.rules;

import org.jspecify.annotations.NullMarked;
