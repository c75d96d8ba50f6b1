package dev.headway.projections.questions;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * When it is asked what is over, in SQL as {@link dev.headway.contracts.written.DueDay} has it: of
 * what is due on a day, all days before today are; of what is due at an instant, all up to now.
 *
 * @param today as a day is stored, midnight UTC
 */
public record Moment(OffsetDateTime today, OffsetDateTime now) {

    /**
     * @param zone where a day ends
     */
    public static Moment of(Instant now, ZoneId zone) {
        return new Moment(
                now.atZone(zone).toLocalDate().atStartOfDay().atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC));
    }

    /**
     * The condition that what is due is over.
     *
     * @param due the column
     * @param today the parameter, or whatever stands for it
     * @param now the parameter, or whatever stands for it
     */
    public static String over(String due, String today, String now) {
        return """
               (case when ${due} = date_trunc('day', ${due}, 'UTC')
                     then ${due} < ${today}
                     else ${due} <= ${now} end)"""
                .replace("${due}", due)
                .replace("${today}", today)
                .replace("${now}", now);
    }

    /** Before which everything is over. */
    public OffsetDateTime earliest() {
        return today.isBefore(now) ? today : now;
    }

    /** After which nothing is over. */
    public OffsetDateTime latest() {
        return today.isBefore(now) ? now : today;
    }

    public Moment plus(Duration time) {
        return new Moment(today.plus(time), now.plus(time));
    }
}
