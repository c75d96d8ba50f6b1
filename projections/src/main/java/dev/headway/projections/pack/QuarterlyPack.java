package dev.headway.projections.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.audit.ChangesOfAPeriod.Changes;
import dev.headway.projections.questions.figures.HowIsThePortfolioDoing;
import dev.headway.projections.watching.alerts.AlertsOfAPeriod.Episodes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pack. By when it was recorded, a quarter that is over does not change any more; by when it
 * happened, what is recorded late comes to it, and what is corrected late is told as it stands.
 * Partnerships have the names of today, and figures are as of when it was made.
 *
 * @param time by which changes are of the quarter, {@code recorded} or {@code effective}
 * @param from the first instant of the quarter
 * @param to the first one after it
 * @param checkpoint what was sealed when it was made; null before the first seal
 * @param moves into another stage
 * @param refusals of moves, by their gates
 * @param waivers asked for, granted and refused
 * @param programChanges of thresholds, disqualifiers and patterns
 * @param unsettledClaims claims that were due and unsettled at the end of the quarter
 * @param vacancies seats that were due to be filled, and empty, at the end of the quarter
 * @param figures funnel, time in stage, survival by cohort, claims and exceptions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarterlyPack(
        String quarter,
        String time,
        Instant from,
        Instant to,
        Instant madeAt,
        @Nullable SealedAt checkpoint,
        Changes moves,
        Changes refusals,
        Changes waivers,
        Changes programChanges,
        GhostTowns ghostTowns,
        Episodes unsettledClaims,
        Episodes vacancies,
        HowIsThePortfolioDoing.Answer figures) {

    /**
     * @param size how many events were sealed
     * @param note the signed checkpoint
     * @param keys by which its signature is verified
     */
    record SealedAt(long size, String note, List<String> keys) {

        /**
         * In one line: how much was sealed, and the hash of it, which the note has in its third.
         */
        String brief() {
            return "%d events, root %s"
                    .formatted(size, note.lines().skip(2).findFirst().orElse(""));
        }
    }

    /**
     * Partnerships that became ghost towns within the quarter.
     *
     * @param count how many times one did
     * @param acknowledged of those that are told, how many somebody acknowledged
     * @param medianHours from raising the alert to acknowledging it; null where none was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GhostTowns(
            long count,
            int acknowledged,
            @Nullable BigDecimal medianHours,
            List<GhostTown> items) {}

    /**
     * @param since when it became one
     * @param raisedAt null where no alert was, since what made it one came to the record later
     * @param hours from raising the alert to acknowledging it
     * @param outcome the kind of event that ended it, {@code POLICY} or {@code TIME}, or the status
     *     of the alert while it is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GhostTown(
            String partnershipId,
            String partnership,
            Instant since,
            @Nullable Instant raisedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable BigDecimal hours,
            String outcome,
            @Nullable Instant endedAt) {}
}
