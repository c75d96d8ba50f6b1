/** One half of a cycle. */
@NullMarked
package dev.planted.house.two;

import org.jspecify.annotations.NullMarked;
