/**
 * What are the next three steps: the open steps of each partnership, soonest due first, and every
 * slip.
 */
@NullMarked
package dev.headway.projections.questions.nextsteps;

import org.jspecify.annotations.NullMarked;
