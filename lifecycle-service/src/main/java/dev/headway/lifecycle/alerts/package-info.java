/**
 * People's answers to alerts: acknowledged, snoozed, dismissed, handed over. Alerts themselves are
 * raised and resolved by the watch; what people say to them are commands and events like any other,
 * so that the audit has them.
 */
@ApplicationModule(allowedDependencies = {"commands", "elsewhere", "http", "people"})
@NullMarked
package dev.headway.lifecycle.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
