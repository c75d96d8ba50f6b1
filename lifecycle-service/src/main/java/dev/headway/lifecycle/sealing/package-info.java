/** The keys by which events are sealed: out of the configuration, or kept on this machine. */
@ApplicationModule(allowedDependencies = "home")
@NullMarked
package dev.headway.lifecycle.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
