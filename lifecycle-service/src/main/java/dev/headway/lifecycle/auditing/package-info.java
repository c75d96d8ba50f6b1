/**
 * Notes who looks at the audit. The questions are answered elsewhere, and ask here first: each look
 * becomes an event like any other, sealed and exported with the rest. What a quarterly pack tells
 * of alerts and figures is asked of projection nodes where they keep them.
 */
@ApplicationModule(allowedDependencies = {"commands", "elsewhere", "http"})
@NullMarked
package dev.headway.lifecycle.auditing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
