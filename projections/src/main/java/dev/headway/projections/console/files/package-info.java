/** Bringing partnerships in by a file. */
@NullMarked
package dev.headway.projections.console.files;

import org.jspecify.annotations.NullMarked;
