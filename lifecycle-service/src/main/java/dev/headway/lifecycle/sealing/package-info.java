/**
 * The keys by which events are sealed: out of the configuration, or kept on this machine. And the
 * command by which sealing goes on, in another log, after the database has lost what was signed.
 */
@ApplicationModule(allowedDependencies = {"commands", "http"})
@NullMarked
package dev.headway.lifecycle.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
