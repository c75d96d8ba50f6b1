/**
 * A partnership's life. A command arrives at its controller, is decided against the state that the
 * partnership's events add up to, and becomes events; moves between stages pass a gate, and a
 * refused move is an event as well. Start reading at {@link
 * dev.headway.lifecycle.partnership.Partnership}; {@link
 * dev.headway.lifecycle.partnership.deciding.PartnershipCommand} is the table of contents.
 */
@ApplicationModule(allowedDependencies = {"commands", "http", "people", "program"})
@NullMarked
package dev.headway.lifecycle.partnership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
