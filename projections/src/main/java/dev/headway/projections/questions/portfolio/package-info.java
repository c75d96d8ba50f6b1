/**
 * What is in the portfolio: one row for each partnership, listed, filtered, sorted and searched.
 */
@NullMarked
package dev.headway.projections.questions.portfolio;

import org.jspecify.annotations.NullMarked;
