package dev.headway.lifecycle.erasures;

import dev.headway.contracts.ErasureEvent;
import dev.headway.contracts.ErasureEvent.ErasureApproved;
import dev.headway.contracts.ErasureEvent.ErasureCompleted;
import dev.headway.contracts.ErasureEvent.ErasureRefused;
import dev.headway.contracts.ErasureEvent.ErasureRequested;
import dev.headway.contracts.ErasureEvent.ForgottenName;
import dev.headway.contracts.ErasureEvent.KeysDestroyed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an erasure is.
 *
 * @param request null before it was asked for
 */
record ErasureState(Status status, @Nullable ErasureRequested request) {

    static final ErasureState NONE = new ErasureState(Status.NONE, null);

    /** In the order in which they follow each other. */
    enum Status {
        NONE,
        REQUESTED,
        REFUSED,
        APPROVED,
        DESTROYED,
        COMPLETED
    }

    ErasureState evolve(ErasureEvent event) {
        return switch (event) {
            case ErasureRequested requested -> new ErasureState(Status.REQUESTED, requested);
            case ErasureApproved _ -> new ErasureState(Status.APPROVED, request);
            case ErasureRefused _ -> new ErasureState(Status.REFUSED, request);
            case KeysDestroyed _ -> new ErasureState(Status.DESTROYED, request);
            case ErasureCompleted _ -> new ErasureState(Status.COMPLETED, request);
        };
    }

    @Nullable String personId() {
        return request == null ? null : request.personId();
    }

    /** Those that name them, counted when it was asked for; null where nobody had. */
    @Nullable Long olderEvents() {
        return request == null ? null : request.olderEvents();
    }

    /** As they are sealed. */
    List<String> names() {
        return request == null
                ? List.of()
                : request.names().stream().map(ForgottenName::name).toList();
    }
}
