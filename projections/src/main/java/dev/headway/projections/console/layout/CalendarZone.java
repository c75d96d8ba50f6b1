package dev.headway.projections.console.layout;

import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where days begin and end: those that people type, and those that they look back to. */
@Component
public class CalendarZone {

    private final ZoneId id;

    public CalendarZone(@Value("${headway.calendar.zone:UTC}") ZoneId id) {
        this.id = id;
    }

    public ZoneId id() {
        return id;
    }
}
