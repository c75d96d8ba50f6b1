package dev.headway.projections.chat.channels;

import dev.headway.projections.chat.rendering.ChannelKind;
import dev.headway.projections.chat.webhooks.WebhookTarget;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A place where people are told.
 *
 * @param name unique, and safe to show
 * @param route which alerts it is told of
 * @param oncePerPartnershipAndDay whether it gets at most one message of a partnership and business
 *     day
 * @param businessHoursOnly whether messages wait until people work
 * @param pace the time from one message to the next
 * @param weekly when it gets the next three steps of everybody's partnerships, or null for never
 */
public record ChatChannel(
        String name,
        ChannelKind kind,
        WebhookTarget target,
        Route route,
        boolean oncePerPartnershipAndDay,
        boolean businessHoursOnly,
        Duration pace,
        @Nullable WeeklySchedule weekly) {

    @Override
    public String toString() {
        return name;
    }
}
