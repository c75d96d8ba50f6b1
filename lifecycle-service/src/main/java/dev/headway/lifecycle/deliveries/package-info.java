/**
 * What an admin does about messages that did not arrive: has one sent again, or enables a channel
 * that was disabled. Neither is an event, since nothing about a partnership changes; who did it
 * stands in the delivery log.
 */
@ApplicationModule(allowedDependencies = {"commands", "http"})
@NullMarked
package dev.headway.lifecycle.deliveries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
