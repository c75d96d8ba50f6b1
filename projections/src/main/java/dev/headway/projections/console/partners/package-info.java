/** The companies that partnerships are with: all that is done with each, and what is owed. */
@NullMarked
package dev.headway.projections.console.partners;

import org.jspecify.annotations.NullMarked;
