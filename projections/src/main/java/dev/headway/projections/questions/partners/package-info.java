/**
 * Which companies partnerships are with. A partner has an id that follows from the name by which it
 * was first known, or one of its own where somebody added it; which partnership is with which
 * follows from what partnerships call it, from what was said of it, and from the order in which
 * both were recorded. {@link dev.headway.projections.questions.partners.PartnersHandler} works it
 * out; {@link dev.headway.projections.questions.partners.WhichPartnersAreThere} answers.
 */
@NullMarked
package dev.headway.projections.questions.partners;

import org.jspecify.annotations.NullMarked;
