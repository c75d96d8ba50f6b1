package dev.headway.projections.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people work, from {@code headway.calendar}.
 *
 * @param zone as in {@code Europe/Zurich}
 * @param days of the week
 * @param holidays dates
 * @param opens local time
 * @param closes local time, {@code 00:00} for the end of the day
 */
@ConfigurationProperties("headway.calendar")
record CalendarProperties(
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"}) Set<DayOfWeek> days,
        @DefaultValue Set<LocalDate> holidays,
        @DefaultValue("00:00") LocalTime opens,
        @DefaultValue("00:00") LocalTime closes) {

    BusinessCalendar calendar() {
        return new BusinessCalendar(zone, days, holidays, opens, closes);
    }
}
