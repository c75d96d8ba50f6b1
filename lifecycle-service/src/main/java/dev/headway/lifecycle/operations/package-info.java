/** What operators ask of a running service. */
@ApplicationModule(allowedDependencies = {"commands", "http"})
@NullMarked
package dev.headway.lifecycle.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
