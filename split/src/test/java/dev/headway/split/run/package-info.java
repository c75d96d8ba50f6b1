/** Processes that are started together, and end together. */
@NullMarked
package dev.headway.split.run;

import org.jspecify.annotations.NullMarked;
