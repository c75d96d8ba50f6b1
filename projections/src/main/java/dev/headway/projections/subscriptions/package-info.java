/**
 * What is due, in people's own calendars: {@code CalendarFeedController} answers whoever has the
 * secret link of somebody, for as long as that person gets in. Whose a link is those know who keep
 * them ({@code CalendarLinks}). A secret is in a URL, so {@code CalendarPathFilter} takes it out
 * before anything else sees the request. {@code CalendarText} has the format.
 */
@ApplicationModule(
        allowedDependencies = {
            "personal",
            "questions :: nextsteps",
            "questions :: portfolio",
            "routing",
            "tables",
            "watching :: alerts"
        })
@NullMarked
package dev.headway.projections.subscriptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
