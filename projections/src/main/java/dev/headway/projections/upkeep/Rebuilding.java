package dev.headway.projections.upkeep;

import dev.headway.projections.reading.ReadingLoop;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Builds projections anew, each on a thread of its own, for whoever asked and does not wait. */
@Component
public class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private final ReadingLoop reading;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Rebuilding(ReadingLoop reading) {
        this.reading = reading;
    }

    /** Whether a projection has that name. */
    public boolean knows(String projection) {
        return reading.projections().contains(projection);
    }

    /**
     * Begins to build a projection anew; nothing when that is under way.
     *
     * @throws IllegalArgumentException if nothing has that name
     */
    public void begin(String projection) {
        if (!knows(projection)) {
            throw new IllegalArgumentException("No projection " + projection);
        }
        if (underWay.add(projection)) {
            Thread.ofVirtual().name("rebuilding-" + projection).start(() -> rebuild(projection));
        }
    }

    /** Whether anything is being built anew by this node. */
    public boolean isAnyUnderWay() {
        return !underWay.isEmpty();
    }

    @SuppressWarnings("CatchingUnchecked") // whatever went wrong, the old tables go on answering
    private void rebuild(String projection) {
        try {
            reading.rebuild(projection);
            LOG.info("{} is built anew", projection);
        } catch (Exception e) {
            LOG.error("{} was not built anew; what was there before answers", projection, e);
        } finally {
            underWay.remove(projection);
        }
    }
}
