/**
 * Sessions of browsers, in the database: any node answers whoever has signed in, and a restart
 * signs nobody out. Only what is asked for by name has them; the API is called with a token each
 * time, and never looks at a cookie.
 */
@ApplicationModule(allowedDependencies = "retention")
@NullMarked
package dev.headway.projections.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
