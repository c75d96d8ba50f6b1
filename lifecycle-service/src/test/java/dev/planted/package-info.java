/** Every rule of the house, broken on purpose, so that we know the rules bite. */
@NullMarked
package dev.planted;

import org.jspecify.annotations.NullMarked;
