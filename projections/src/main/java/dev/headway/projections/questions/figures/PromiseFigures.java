package dev.headway.projections.questions.figures;

import dev.headway.projections.questions.figures.PartnershipFigures.GrantedWaiver;
import dev.headway.projections.questions.figures.PartnershipFigures.Life;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of claims and bends, and the pile of exceptions. */
final class PromiseFigures {

    /** Comes after every pattern. */
    private static final String NO_PATTERN = "~";

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
     * @param outOfCompliance those that expired and that nothing replaces
     */
    record OfApprover(String approver, int granted, int outOfCompliance) {}

    /** Partnerships that are called strategic, and for which nothing has been bent yet. */
    record InNameOnly(int count, List<String> partnershipIds) {}

    private record Counts(int granted, int outOfCompliance) {

        static final Counts NONE = new Counts(0, 0);

        Counts plus(boolean isOutOfCompliance) {
            return new Counts(granted + 1, outOfCompliance + (isOutOfCompliance ? 1 : 0));
        }
    }

    static Claims claims(Collection<PartnershipFigures> partnerships, Instant now) {
        var settled = 0;
        var unsettled = 0;
        var overdue = 0;
        for (var partnership : partnerships) {
            for (var life : partnership.lives()) {
                if (life.claimDueOn() != null) {
                    settled += life.isClaimSettled() ? 1 : 0;
                    unsettled += life.isClaimSettled() ? 0 : 1;
                    overdue += !life.isClaimSettled() && life.claimDueOn().isBefore(now) ? 1 : 0;
                }
            }
        }
        return new Claims(settled, unsettled, overdue);
    }

    static Exceptions exceptions(Collection<PartnershipFigures> partnerships, Instant now) {
        var patterns = new TreeMap<String, Counts>();
        var approvers = new TreeMap<String, Counts>();
        var all = Counts.NONE;
        for (var partnership : partnerships) {
            for (var life : partnership.lives()) {
                for (var waiver : life.waivers()) {
                    var isOut = isOutOfCompliance(life, waiver, now);
                    all = all.plus(isOut);
                    add(patterns, waiver.pattern() == null ? NO_PATTERN : waiver.pattern(), isOut);
                    add(approvers, waiver.approver(), isOut);
                }
            }
        }
        return new Exceptions(
                all.granted(),
                all.outOfCompliance(),
                patterns.entrySet().stream()
                        .map(
                                each ->
                                        new OfPattern(
                                                each.getKey().equals(NO_PATTERN)
                                                        ? null
                                                        : each.getKey(),
                                                each.getValue().granted(),
                                                each.getValue().outOfCompliance()))
                        .toList(),
                approvers.entrySet().stream()
                        .map(
                                each ->
                                        new OfApprover(
                                                each.getKey(),
                                                each.getValue().granted(),
                                                each.getValue().outOfCompliance()))
                        .toList());
    }

    private static void add(Map<String, Counts> counts, String word, boolean isOutOfCompliance) {
        counts.put(word, counts.getOrDefault(word, Counts.NONE).plus(isOutOfCompliance));
    }

    /** A life that has ended is out of nothing any more; nor is what another waiver covers. */
    private static boolean isOutOfCompliance(Life life, GrantedWaiver waiver, Instant now) {
        return life.stage().isActive()
                && life.waivers().stream()
                        .filter(other -> other.criterion().equals(waiver.criterion()))
                        .noneMatch(other -> other.expiresOn().isAfter(now));
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
