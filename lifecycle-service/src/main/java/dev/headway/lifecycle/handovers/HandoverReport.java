package dev.headway.lifecycle.handovers;

import dev.headway.projections.questions.owners.OwnedThings.Kind;
import dev.headway.projections.questions.owners.OwnedThings.OwnedThing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a handover is answered: the sums, and everything that was to be handed over. */
record HandoverReport(long handed, long unchanged, long rejected, List<Row> rows) {

    /** What became of one thing. */
    enum Outcome {
        HANDED,
        UNCHANGED,
        REJECTED
    }

    /**
     * One thing.
     *
     * @param partnershipName what the partnership is called now
     * @param subject the name of a seat, or the id of a step or an alert
     * @param name the name of a seat, the title of a step, or the rule of an alert
     * @param error why it was rejected, or null
     */
    record Row(
            String partnershipId,
            String partnershipName,
            Kind what,
            String subject,
            String name,
            Outcome outcome,
            @Nullable String error) {

        static Row of(OwnedThing thing, Outcome outcome, @Nullable String error) {
            return new Row(
                    thing.partnershipId(),
                    thing.partnershipName(),
                    thing.kind(),
                    thing.subject(),
                    thing.name(),
                    outcome,
                    error);
        }
    }

    static HandoverReport of(List<Row> rows) {
        return new HandoverReport(
                count(rows, Outcome.HANDED),
                count(rows, Outcome.UNCHANGED),
                count(rows, Outcome.REJECTED),
                rows);
    }

    private static long count(List<Row> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
