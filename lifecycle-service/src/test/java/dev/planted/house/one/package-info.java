/** One half of a cycle. */
@NullMarked
package dev.planted.house.one;

import org.jspecify.annotations.NullMarked;
