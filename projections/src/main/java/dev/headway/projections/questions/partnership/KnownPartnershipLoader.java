package dev.headway.projections.questions.partnership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.tables.RowJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows from a partnership's history when somebody asks. Nothing is kept per event, since
 * many are recorded for one that is asked about; of a long life this node remembers what its
 * beginning came to, so that the next question reads only what happened since.
 */
@Component
class KnownPartnershipLoader {

    /** Reading and replaying so many events takes about a millisecond. */
    private static final int LONG = 100;

    private static final int REMEMBERED = 1_000;

    private final WhoChangedWhat audit;
    private final Cache<String, Beginning> beginnings =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    KnownPartnershipLoader(WhoChangedWhat audit) {
        this.audit = audit;
    }

    /**
     * What a life had come to.
     *
     * @param position of the last event that it follows from
     * @param known as JSON, for nobody to change
     */
    private record Beginning(long position, String known) {}

    /** As it stands; empty when there is no such partnership. */
    Optional<KnownPartnership> now(String id) {
        var beginning = beginnings.getIfPresent(id);
        var since = audit.lifeOf(id, beginning == null ? 0 : beginning.position());
        var known = after(beginning, since);
        if (known != null && since.size() > LONG) {
            beginnings.put(
                    id,
                    new Beginning(
                            since.getLast().position(), RowJson.MAPPER.writeValueAsString(known)));
        }
        return Optional.ofNullable(known);
    }

    /** What follows from some of its events; empty when it was not registered by any of them. */
    Optional<KnownPartnership> asOf(String id, Predicate<RecordedEvent> counts) {
        return Optional.ofNullable(
                after(null, audit.lifeOf(id, 0).stream().filter(counts).toList()));
    }

    private static @Nullable KnownPartnership after(
            @Nullable Beginning beginning, List<RecordedEvent> events) {
        var known =
                beginning == null
                        ? null
                        : RowJson.MAPPER.readValue(beginning.known(), KnownPartnership.class);
        for (var event : events) {
            known = KnownPartnership.after(known, event);
        }
        return known;
    }
}
