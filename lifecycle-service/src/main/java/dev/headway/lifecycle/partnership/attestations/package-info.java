/**
 * What somebody gives their word for: the criteria that the program added to its gates. Start
 * reading at {@link dev.headway.lifecycle.partnership.attestations.AttestCriterion}.
 */
@NullMarked
package dev.headway.lifecycle.partnership.attestations;

import org.jspecify.annotations.NullMarked;
