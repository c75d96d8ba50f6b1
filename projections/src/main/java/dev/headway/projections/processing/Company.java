package dev.headway.projections.processing;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.processing.ProjectionProcessor.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The projections of a node that keep up with the log. Under load, whichever has waited long enough
 * reads the next events and takes along those that wait as well: one page, one transaction and one
 * commit for all of them instead of one for each. What fails in company is read by each alone for a
 * while, so that a faulty one holds up nobody but itself; who catches up, or is waited for, reads
 * alone.
 */
final class Company {

    private static final Logger LOG = LoggerFactory.getLogger(Company.class);

    /** So many batches are read alone after one that failed in company. */
    private static final int ALONE = 200;

    private final EventLog log;
    private final Positions positions;
    private final TransactionOperations transaction;
    private final AtomicInteger alone = new AtomicInteger();
    private volatile List<ProjectionProcessor> members = List.of();

    Company(EventLog log, Positions positions, TransactionOperations transaction) {
        this.log = log;
        this.positions = positions;
        this.transaction = transaction;
    }

    void of(List<ProjectionProcessor> members) {
        this.members = List.copyOf(members);
    }

    /**
     * Reads a page for the leader, whose turn it is, and for whoever can be taken along.
     *
     * @return null when the leader is to read alone, this time
     */
    @Nullable Progress read(ProjectionProcessor leader) {
        if (alone.get() > 0) {
            alone.decrementAndGet();
            return null;
        }
        var along = new ArrayList<ProjectionProcessor>();
        try {
            for (var member : members) {
                if (member != leader && member.joins(leader.position())) {
                    along.add(member);
                }
            }
            return along.isEmpty() ? null : read(leader, along);
        } catch (RuntimeException | StackOverflowError e) {
            alone.set(ALONE);
            LOG.debug("A batch for {} and others fails; each reads alone", leader.name(), e);
            return null;
        } finally {
            along.forEach(ProjectionProcessor::leave);
        }
    }

    private @Nullable Progress read(ProjectionProcessor leader, List<ProjectionProcessor> along) {
        var all = new ArrayList<>(along);
        all.add(leader);
        var read = Objects.requireNonNull(transaction.execute(_ -> work(leader, all)));
        read.committed.forEach(Runnable::run);
        positions.signalAdvanced();
        if (read.isFull) {
            all.forEach(ProjectionProcessor::readOnAlone);
            return Progress.MORE;
        }
        return read.isOfLeader ? Progress.AT_THE_HEAD : null;
    }

    /** What is to be done once it is committed; whether the leader was among them. */
    private record Read(List<Runnable> committed, boolean isOfLeader, boolean isFull) {}

    private Read work(ProjectionProcessor leader, List<ProjectionProcessor> all) {
        Map<String, ClaimedPosition> claims =
                positions.claims().claimAll(all.stream().map(ProjectionProcessor::name).toList());
        var from = claims.values().stream().mapToLong(ClaimedPosition::position).min();
        if (from.isEmpty()) {
            return new Read(List.of(), false, false);
        }
        var page = log.after(from.getAsLong(), Batch.PAGE_SIZE);
        var committed = new ArrayList<Runnable>();
        for (var processor : all) {
            var claim = claims.get(processor.name());
            if (claim != null) {
                committed.add(processor.take(claim, page));
            }
        }
        if (!page.isEmpty()) {
            positions.table().storeAll(claims.keySet(), page.getLast().position());
        }
        return new Read(
                committed, claims.containsKey(leader.name()), page.size() == Batch.PAGE_SIZE);
    }
}
