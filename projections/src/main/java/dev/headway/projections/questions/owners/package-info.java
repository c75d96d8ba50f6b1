/**
 * Whose things are whose. {@link dev.headway.projections.questions.owners.WhoIsKnownByNameOnly}
 * keeps, in table {@code text_owner}, the owners who are no people of the directory, so that they
 * can be offered; {@link dev.headway.projections.questions.owners.OwnedThings} lists what somebody
 * owns, for handing it over, from what other questions keep.
 */
@NullMarked
package dev.headway.projections.questions.owners;

import org.jspecify.annotations.NullMarked;
