/** Work that is done again and again, with a pause in between. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.projections.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
