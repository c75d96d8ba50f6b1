/**
 * The alliance program's own policy: after how long a rule is due, how the program says no, and
 * what each pattern asks for. It is event-sourced like everything else, so that a reviewer can see
 * who changed a threshold and how an old move was decided.
 */
@ApplicationModule(allowedDependencies = {"commands", "elsewhere", "http"})
@NullMarked
package dev.headway.lifecycle.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
