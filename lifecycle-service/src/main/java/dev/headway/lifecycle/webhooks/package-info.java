/**
 * Companies without Kafka are sent the events over HTTP. An administrator subscribes an address by
 * a command ({@link dev.headway.lifecycle.webhooks.managing}), which is an event; its secrets lie
 * sealed beside, and how far each webhook is ({@link dev.headway.lifecycle.webhooks.stored}); one
 * node at a time sends what follows ({@link dev.headway.lifecycle.webhooks.sending}), in the order
 * of the log, until it is taken.
 */
@ApplicationModule(allowedDependencies = {"commands", "http"})
@NullMarked
package dev.headway.lifecycle.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
