/** A house with a cycle in it. */
@NullMarked
package dev.planted.house;

import org.jspecify.annotations.NullMarked;
