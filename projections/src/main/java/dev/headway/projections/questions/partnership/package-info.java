/**
 * What is known of one partnership, now or as of an instant in either time. It follows from the
 * history when somebody asks.
 */
@NullMarked
package dev.headway.projections.questions.partnership;

import org.jspecify.annotations.NullMarked;
