/** Work that is done again and again, with a pause in between. */
@NullMarked
package dev.headway.projections.scheduling;

import org.jspecify.annotations.NullMarked;
