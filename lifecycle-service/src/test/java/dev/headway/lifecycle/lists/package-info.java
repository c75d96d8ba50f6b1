/** Lists as those who call them over HTTP meet them. */
@NullMarked
package dev.headway.lifecycle.lists;

import org.jspecify.annotations.NullMarked;
