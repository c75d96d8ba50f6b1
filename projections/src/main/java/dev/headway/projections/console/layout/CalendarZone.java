package dev.headway.projections.console.layout;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where days begin and end: those that people type, and those that they look back to. */
@Component
public record CalendarZone(@Value("${headway.calendar.zone:UTC}") ZoneId id) {}
