/**
 * What is due, in people's own calendars. {@code CalendarLinkController} makes, lists and revokes
 * secret links; {@code CalendarFeedController} answers whoever has one, as long as its person gets
 * in. A secret is in a URL, so {@code CalendarPathFilter} takes it out before anything else sees
 * the request. {@code CalendarText} has the format.
 */
@ApplicationModule(allowedDependencies = {"commands", "http", "people"})
@NullMarked
package dev.headway.lifecycle.calendars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
