/**
 * Secret links by which people's own calendars show what is due. {@code CalendarLinkController}
 * makes, lists and revokes them; {@code KeptLinks} says whose one is, in this process or, by {@code
 * CalendarReadingController}, to the nodes that serve calendars.
 */
@ApplicationModule(allowedDependencies = {"commands", "http", "people"})
@NullMarked
package dev.headway.lifecycle.calendars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
