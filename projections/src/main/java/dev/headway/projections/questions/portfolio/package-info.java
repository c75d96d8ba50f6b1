/**
 * What is in the portfolio: one row for each partnership in table {@code portfolio}, listed,
 * filtered, sorted and searched beside its ghost clock. Chat's messages say of a partnership what
 * stands here and in its plan.
 */
@NamedInterface("portfolio")
@NullMarked
package dev.headway.projections.questions.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
