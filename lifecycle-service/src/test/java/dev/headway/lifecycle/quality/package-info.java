/** The rules of the house, and the proof that each of them bites. */
@NullMarked
package dev.headway.lifecycle.quality;

import org.jspecify.annotations.NullMarked;
