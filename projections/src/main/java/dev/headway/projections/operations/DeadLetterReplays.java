package dev.headway.projections.operations;

import dev.headway.projections.deadletters.DeadLetterQueries;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.processing.ReplayOutcome;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has what is parked worked in: by itself where that is possible, else by a rebuild. */
@Component
public class DeadLetterReplays {

    private final ProjectionProcessors processors;
    private final DeadLetterQueries letters;
    private final RebuildQueue queue;

    DeadLetterReplays(
            ProjectionProcessors processors, DeadLetterQueries letters, RebuildQueue queue) {
        this.processors = processors;
        this.letters = letters;
        this.queue = queue;
    }

    /** Whether a projection has that name. */
    public boolean hasProjection(String projection) {
        return queue.hasProjection(projection);
    }

    /** Whether such a stream is parked in such a projection, or may be on another node. */
    public boolean isParked(String projection, String stream) {
        return hasProjection(projection)
                && (!queue.isReadHere(projection) || letters.find(projection, stream).isPresent());
    }

    /**
     * Works one stream in, and says what came of it; a rebuild that it needs is under way then.
     *
     * @param by who wants it
     * @return empty when no such stream is parked in such a projection
     */
    public Optional<ReplayOutcome> replay(String projection, String stream, String by) {
        if (!queue.hasProjection(projection)) {
            return Optional.empty();
        }
        if (!queue.isReadHere(projection)) {
            return Optional.of(ReplayOutcome.ELSEWHERE);
        }
        var outcome = processors.replay(projection, stream, by);
        if (outcome == ReplayOutcome.NEEDS_REBUILD) {
            queue.enqueue(List.of(projection));
        }
        return outcome == ReplayOutcome.NOT_PARKED ? Optional.empty() : Optional.of(outcome);
    }

    /**
     * Works everything in that is parked in a projection, one stream after the other, when it is
     * its turn.
     *
     * @return how many streams that are; empty when nothing has that name
     */
    public Optional<Integer> replayAll(String projection, String by) {
        if (!queue.hasProjection(projection)) {
            return Optional.empty();
        }
        var streams = letters.streams(projection);
        if (!streams.isEmpty()) {
            queue.execute(() -> streams.forEach(each -> replay(projection, each, by)));
        }
        return Optional.of(streams.size());
    }
}
