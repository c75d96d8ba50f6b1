/**
 * What the log says of requests where it is read by machines: a line for each, and on every line
 * which request it belongs to. Nothing of it is there where the log is for people.
 */
@ApplicationModule(allowedDependencies = {"http"})
@NullMarked
package dev.headway.lifecycle.requestlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
