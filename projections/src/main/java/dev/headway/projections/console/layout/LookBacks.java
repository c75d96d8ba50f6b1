package dev.headway.projections.console.layout;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads from an address the time to look back to, by the zone in which days begin and end. */
@Component
public class LookBacks {

    private final Clock clock;
    private final ZoneId zone;

    LookBacks(Clock clock, CalendarZone zone) {
        this.clock = clock;
        this.zone = zone.id();
    }

    /** As the address has it. */
    public LookBack of(MultiValueMap<String, String> parameters) {
        return LookBack.of(parameters, clock.instant(), zone);
    }

    /** Nothing chosen yet. */
    public LookBack none() {
        return new LookBack("", "", "", clock.instant(), zone);
    }
}
