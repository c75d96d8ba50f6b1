/**
 * The pages for alliance teams. They know what the REST API answers, where a day ends, and nothing
 * else of Headway: every page calls {@code /api/v1} with the token of whoever reads it, so gates,
 * roles and audit are the same for a person at a browser and for a script. The token stays on the
 * server, in the session of the browser.
 *
 * <p>{@code signin} lets people in, {@code api} calls for them, {@code layout} is what all pages
 * share, {@code facts} are the forms of everything that can be recorded; the others are pages.
 */
@ApplicationModule(allowedDependencies = {"calendar", "sessions"})
@NullMarked
package dev.headway.projections.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
