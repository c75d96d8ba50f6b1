package dev.headway.projections.node;

import dev.headway.contracts.ProjectionEvent.RebuildRequested;
import dev.headway.contracts.ProjectionEvent.ReplayRequested;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.operations.DeadLetterReplays;
import dev.headway.projections.operations.RebuildQueue;
import dev.headway.projections.processing.Positions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what operators ask of projections. They ask a lifecycle node, which notes it; the note comes
 * by the topic like everything else. What was asked before this database was there is about other
 * tables.
 */
final class OperatorRequests {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorRequests.class);

    private static final String POSITION = "operator-requests";
    private static final int PAGE = 500;

    private final EventLog log;
    private final Positions positions;
    private final RebuildQueue rebuilds;
    private final DeadLetterReplays replays;

    OperatorRequests(
            EventLog log, Positions positions, RebuildQueue rebuilds, DeadLetterReplays replays) {
        this.log = log;
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.replays = replays;
    }

    /** Whatever has come since the last time. */
    void look() {
        var position = positions.reachedBy(List.of(POSITION));
        if (position == 0) {
            positions.advance(POSITION, log.head());
            return;
        }
        var page = log.readableAfter(position, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::act);
            position = page.getLast().position();
            positions.advance(POSITION, position);
            page = log.readableAfter(position, PAGE);
        }
    }

    private void act(RecordedEvent recorded) {
        if (recorded.event() instanceof RebuildRequested asked
                && rebuilds.hasProjection(asked.projection())) {
            LOG.info("{} is to be built anew", asked.projection());
            rebuilds.enqueue(List.of(asked.projection()));
        } else if (recorded.event() instanceof ReplayRequested asked) {
            replay(asked, recorded.provenance().shownActor());
        }
    }

    private void replay(ReplayRequested asked, String by) {
        var stream = asked.parkedStream();
        var unused =
                stream == null
                        ? replays.replayAll(asked.projection(), by)
                        : replays.replay(asked.projection(), stream, by);
    }
}
