/**
 * The balanced scorecard: what a partnership, or the portfolio, brings in money, to customers, in
 * how it is run and in what is learnt. Every figure follows from events and names them; nothing is
 * entered by hand, and nothing is kept.
 */
@NullMarked
package dev.headway.projections.questions.scorecards;

import org.jspecify.annotations.NullMarked;
