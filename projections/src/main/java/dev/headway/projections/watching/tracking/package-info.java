/**
 * The projection behind watching: the facts of every watched partnership, one watch for each rule
 * and subject with its due date, and the imports that are running.
 */
@NullMarked
package dev.headway.projections.watching.tracking;

import org.jspecify.annotations.NullMarked;
