/**
 * What follows from histories when somebody asks, and from nothing that is kept beside them: a
 * figure that is asked for once a quarter costs no command anything, and no correction can leave it
 * behind. A node remembers what it read of a partnership until the partnership's next event.
 */
@NullMarked
package dev.headway.projections.questions.histories;

import org.jspecify.annotations.NullMarked;
