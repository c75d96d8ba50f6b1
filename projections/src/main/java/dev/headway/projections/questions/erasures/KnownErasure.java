package dev.headway.projections.questions.erasures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An erasure, as far as it is.
 *
 * @param status {@code REQUESTED REFUSED APPROVED DESTROYED} or {@code COMPLETED}
 * @param personId whoever it is of in the directory, or null
 * @param names those by which they are written down, sealed
 * @param olderEvents how many events from before names were sealed still hold one; null where it
 *     was asked for before they were counted with it, and is not completed
 * @param keyIds of the keys that were destroyed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KnownErasure(
        String id,
        String status,
        @Nullable String personId,
        List<String> names,
        String reason,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        @Nullable Instant completedAt,
        @Nullable Long olderEvents,
        List<String> keyIds,
        @JsonIgnore long version) {}
