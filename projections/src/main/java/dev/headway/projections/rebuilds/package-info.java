/** Which projections are to be built anew, who is at it, and how far that has come. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.projections.rebuilds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
