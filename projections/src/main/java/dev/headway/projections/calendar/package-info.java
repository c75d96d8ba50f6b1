/**
 * When people work: business days and hours in a zone, with holidays. Watching counts the days
 * until an unanswered alert is escalated; chat waits for the hours a channel asks for.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.projections.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
