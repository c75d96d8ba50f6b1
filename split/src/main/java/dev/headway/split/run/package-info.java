/**
 * What {@code ./headway run --kafka} starts: a broker, a lifecycle node, a projection node and the
 * small gateway, each in a process of its own and after the other, when the one before is ready.
 * They end in the opposite order, and together: when one of them dies, and when somebody presses
 * Ctrl-C.
 */
@NullMarked
package dev.headway.split.run;

import org.jspecify.annotations.NullMarked;
