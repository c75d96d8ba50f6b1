/**
 * How somebody is forgotten. An administrator asks for it ({@code RequestErasure}), a second person
 * approves ({@code ApproveErasure}), and {@code Forgetting} does it: destroys the keys, deletes
 * what lets them in, and says so. Each step is an event; one that a crash cut short is done within
 * minutes.
 */
@ApplicationModule(allowedDependencies = {"commands", "http", "people"})
@NullMarked
package dev.headway.lifecycle.erasures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
