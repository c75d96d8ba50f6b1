package dev.headway.projections.questions.figures;

import dev.headway.contracts.written.DueDay;
import dev.headway.projections.questions.figures.PartnershipFigures.Life;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of claims and bends, and the pile of exceptions. */
final class PromiseFigures {

    private PromiseFigures() {}

    /**
     * The newest leverage claim of every life.
     *
     * @param settled a measurement reached the target
     * @param unsettled none did, so far
     * @param overdue those of the unsettled whose date has passed
     */
    record Claims(int settled, int unsettled, int overdue) {}

    /** Granted waivers, in all, by the pattern of the partnership then, and by who granted them. */
    record Exceptions(
            int granted,
            int outOfCompliance,
            List<OfPattern> patterns,
            List<OfApprover> approvers) {}

    /**
     * @param pattern null where none was chosen
     * @param outOfCompliance those that expired and that nothing replaces
     */
    record OfPattern(@Nullable String pattern, int granted, int outOfCompliance) {}

    /**
     * @param approver their name as shown when they granted the newest of them; their subject where
     *     none is known
     * @param approverId the person in the directory, or null
     * @param outOfCompliance those that expired and that nothing replaces
     */
    record OfApprover(
            String approver, @Nullable String approverId, int granted, int outOfCompliance) {}

    /** Partnerships that are called strategic, and for which nothing has been bent yet. */
    record InNameOnly(int count, List<String> partnershipIds) {}

    static Claims claims(Collection<PartnershipFigures> partnerships, Instant now, ZoneId zone) {
        var settled = 0;
        var unsettled = 0;
        var overdue = 0;
        for (var partnership : partnerships) {
            for (var life : partnership.lives()) {
                if (life.claimDueOn() != null) {
                    settled += life.isClaimSettled() ? 1 : 0;
                    unsettled += life.isClaimSettled() ? 0 : 1;
                    overdue +=
                            !life.isClaimSettled() && DueDay.isOver(life.claimDueOn(), now, zone)
                                    ? 1
                                    : 0;
                }
            }
        }
        return new Claims(settled, unsettled, overdue);
    }

    static InNameOnly strategicWithoutBend(Collection<PartnershipFigures> partnerships) {
        var ids =
                partnerships.stream()
                        .flatMap(
                                each ->
                                        each.lives().stream()
                                                .filter(Life::isStrategicInNameOnly)
                                                .map(_ -> each.partnershipId()))
                        .sorted()
                        .toList();
        return new InNameOnly(ids.size(), ids);
    }
}
