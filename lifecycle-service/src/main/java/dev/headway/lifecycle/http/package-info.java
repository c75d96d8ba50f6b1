/**
 * What every call over HTTP has in common: who calls and which version they have seen, how a
 * command's answer becomes a response ({@code CommandResponder}), and how whatever went wrong is
 * answered with a problem (RFC 9457).
 */
@ApplicationModule(allowedDependencies = {"commands", "eventstore"})
@NullMarked
package dev.headway.lifecycle.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
