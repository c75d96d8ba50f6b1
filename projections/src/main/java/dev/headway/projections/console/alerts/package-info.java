/** The inbox of alerts: who was told, and what somebody answers. */
@NullMarked
package dev.headway.projections.console.alerts;

import org.jspecify.annotations.NullMarked;
