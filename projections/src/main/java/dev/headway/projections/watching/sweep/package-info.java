/**
 * Looks at the watches whose due date has come, and raises, keeps or resolves their alerts. Its
 * cost follows what is due, not how many partnerships there are.
 */
@NullMarked
package dev.headway.projections.watching.sweep;

import org.jspecify.annotations.NullMarked;
