/** The next steps of everybody. */
@NullMarked
package dev.headway.projections.console.plans;

import org.jspecify.annotations.NullMarked;
