package dev.headway.projections.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest change of something, as it is told to somebody who decided on an older version.
 *
 * @param at when it was recorded
 * @param channel the door it came through
 * @param type the event's name
 * @param from what stood before, where something was replaced
 * @param to what has stood since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LatestChange(
        By by,
        Instant at,
        String channel,
        String type,
        @Nullable String from,
        @Nullable String to) {

    /**
     * Who it was.
     *
     * @param id in the directory; null for Headway itself and whoever is not in it
     * @param name as it was shown then, or else the subject
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record By(@Nullable String id, String name) {}
}
