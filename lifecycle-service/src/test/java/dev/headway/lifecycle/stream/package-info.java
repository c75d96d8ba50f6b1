/** The stream of changes, as a browser hears it. */
@NullMarked
package dev.headway.lifecycle.stream;

import org.jspecify.annotations.NullMarked;
