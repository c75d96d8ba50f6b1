/** What operators ask of a running service. */
@NullMarked
package dev.headway.lifecycle.upkeep;

import org.jspecify.annotations.NullMarked;
