/**
 * Notes who looks at the audit. The questions are answered elsewhere, and ask here first: each look
 * becomes an event like any other, sealed and exported with the rest.
 */
@ApplicationModule(allowedDependencies = {"commands", "http"})
@NullMarked
package dev.headway.lifecycle.auditing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
