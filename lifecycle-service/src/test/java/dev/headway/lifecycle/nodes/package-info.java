/** One process made many: what a lifecycle node and a projection node do together. */
@NullMarked
package dev.headway.lifecycle.nodes;

import org.jspecify.annotations.NullMarked;
