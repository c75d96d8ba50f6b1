/**
 * Alerts from raising to resolution, people's answers, snoozes that end and escalations, and the
 * questions about them. Its tables outlive every rebuild.
 */
@NamedInterface("alerts")
@NullMarked
package dev.headway.projections.watching.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
