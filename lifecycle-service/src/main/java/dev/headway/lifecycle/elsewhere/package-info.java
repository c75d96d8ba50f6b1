/**
 * What a lifecycle node asks projection nodes where it answers no questions itself: as whoever
 * calls, over the same API as anybody.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.lifecycle.elsewhere;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
