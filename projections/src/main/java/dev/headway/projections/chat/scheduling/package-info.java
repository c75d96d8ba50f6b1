/** When chat works: composing, sending and deleting what is old. */
@NullMarked
package dev.headway.projections.chat.scheduling;

import org.jspecify.annotations.NullMarked;
