/**
 * What every call over HTTP has in common, whoever answers it: how JSON is read, how a handler is
 * found, and how whatever went wrong is answered with a problem (RFC 9457).
 */
@ApplicationModule(allowedDependencies = {"log", "querying :: csv"})
@NullMarked
package dev.headway.projections.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
