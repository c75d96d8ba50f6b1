package dev.headway.projections.questions.program;

import dev.headway.contracts.ProgramEvent.ProgramChanged;
import dev.headway.partnership.policy.Policy;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.querying.AsOf;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The program policy as the log has it this instant; any node may have changed it, so each question
 * looks whether there is a newer version than the one remembered.
 */
@Component
public class PolicyInForce implements Supplier<Policy> {

    /** The program's stream. */
    public static final String STREAM = "program";

    private final EventLog log;
    private final AtomicReference<Policy> cached = new AtomicReference<>(Policy.OUT_OF_THE_BOX);

    public PolicyInForce(EventLog log) {
        this.log = log;
    }

    @Override
    public Policy get() {
        var known = cached.get();
        var newer = log.ofStream(STREAM, known.version() + 1, Long.MAX_VALUE);
        if (newer.isEmpty()) {
            return known;
        }
        var newest = after(known, newer.stream());
        cached.set(newest);
        return newest;
    }

    /** Since when it has been what it is; null for what holds before anybody changed it. */
    public @Nullable Instant since(Policy policy) {
        return log.ofStream(STREAM, policy.version(), policy.version()).stream()
                .findFirst()
                .map(RecordedEvent::recordedAt)
                .orElse(null);
    }

    /** As it was: by what had been recorded, or had happened, by then. */
    public Policy asOf(AsOf then) {
        return after(
                Policy.OUT_OF_THE_BOX,
                log.ofStream(STREAM, Long.MAX_VALUE).stream()
                        .filter(each -> then.has(each.event().effectiveAt(), each.recordedAt())));
    }

    private static Policy after(Policy before, Stream<RecordedEvent> changes) {
        return changes.map(each -> (ProgramChanged) each.event())
                .reduce(before, Policy::after, (_, later) -> later);
    }
}
