/** How people write things, and what is meant by it; the same at every door. */
@NullMarked
package dev.headway.contracts.written;

import org.jspecify.annotations.NullMarked;
