package dev.headway.projections.chat.outbox;

import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.chat.Notification;
import dev.headway.projections.chat.channels.ChatChannel;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a channel from being told of a partnership twice on a business day. What comes too early
 * waits for the next one, and is never dropped. A weekend counts to the day that follows it.
 */
@Component
public class DailyThrottle {

    private final JdbcClient database;
    private final BusinessCalendar calendar;

    public DailyThrottle(JdbcClient database, BusinessCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** Those whose partnerships the channel has not been told of today, and now is. */
    List<Notification> admit(ChatChannel channel, List<Notification> alerts, Instant now) {
        var asked = alerts.stream().map(Notification::partnershipId).collect(Collectors.toSet());
        var admitted = markAsSent(channel, asked, dayOf(now));
        return alerts.stream().filter(each -> admitted.contains(each.partnershipId())).toList();
    }

    /** When the day after this one begins. */
    Instant nextDay(Instant now) {
        return calendar.nextOpening(
                dayOf(now).plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }

    /** Deletes days that are over. */
    public void deleteBefore(Instant now) {
        database.sql("delete from chat_daily_notification where business_day < :day")
                .param("day", Date.valueOf(calendar.dateOf(now)))
                .update();
    }

    private LocalDate dayOf(Instant now) {
        return calendar.dateOf(calendar.nextOpening(now));
    }

    private Set<String> markAsSent(ChatChannel channel, Set<String> partnerships, LocalDate day) {
        return new HashSet<>(
                database.sql(
                                """
                                insert into chat_daily_notification
                                       (channel, partnership_id, business_day)
                                select :channel, partnership_id, :day
                                from   unnest(:partnerships) as partnership_id
                                on conflict do nothing
                                returning partnership_id
                                """)
                        .param("channel", channel.name())
                        .param("partnerships", partnerships.toArray(String[]::new))
                        .param("day", Date.valueOf(day))
                        .query(String.class)
                        .list());
    }
}
