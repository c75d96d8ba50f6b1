/** Who there is, and what is one's own: accounts, tokens, password. */
@NullMarked
package dev.headway.projections.console.people;

import org.jspecify.annotations.NullMarked;
