package dev.headway.projections.chat.channels;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a channel gets its weekly digests.
 *
 * @param at local time in {@code zone}
 */
public record WeeklySchedule(
        DayOfWeek day, @DefaultValue("08:00") LocalTime at, @DefaultValue("UTC") ZoneId zone) {

    /** The newest time at or before {@code now}. */
    public Instant lastBy(Instant now) {
        var local = now.atZone(zone);
        var thisWeek = local.toLocalDate().with(TemporalAdjusters.previousOrSame(day));
        var due = thisWeek.atTime(at).atZone(zone).toInstant();
        return due.isAfter(now) ? thisWeek.minusWeeks(1).atTime(at).atZone(zone).toInstant() : due;
    }
}
