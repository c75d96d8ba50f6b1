/** Decides: commands in, events out. The application people start. */
@NullMarked
package dev.headway.lifecycle;

import org.jspecify.annotations.NullMarked;
