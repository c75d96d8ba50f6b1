package dev.headway.projections.questions.figures;

import dev.headway.contracts.written.DueDay;
import dev.headway.projections.questions.figures.PartnershipFigures.Approver;
import dev.headway.projections.questions.figures.PartnershipFigures.GrantedWaiver;
import dev.headway.projections.questions.figures.PartnershipFigures.Life;
import dev.headway.projections.questions.figures.PromiseFigures.Exceptions;
import dev.headway.projections.questions.figures.PromiseFigures.OfApprover;
import dev.headway.projections.questions.figures.PromiseFigures.OfPattern;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many exceptions were granted, by pattern and by approver, and which nothing covers. */
final class ExceptionCounts {

    /** Comes after every pattern. */
    private static final String NO_PATTERN = "~";

    private ExceptionCounts() {}

    private record Counts(int granted, int outOfCompliance) {

        static final Counts NONE = new Counts(0, 0);

        Counts plus(boolean isOutOfCompliance) {
            return new Counts(granted + 1, outOfCompliance + (isOutOfCompliance ? 1 : 0));
        }
    }

    static Exceptions of(Collection<PartnershipFigures> partnerships, Instant now, ZoneId zone) {
        var patterns = new TreeMap<String, Counts>();
        var approvers = new HashMap<String, Counts>();
        var shown = new HashMap<String, Approver>();
        var all = Counts.NONE;
        for (var partnership : partnerships) {
            for (var life : partnership.lives()) {
                for (var waiver : life.waivers()) {
                    var isOut = isOutOfCompliance(life, waiver, now, zone);
                    all = all.plus(isOut);
                    add(patterns, waiver.pattern() == null ? NO_PATTERN : waiver.pattern(), isOut);
                    add(approvers, waiver.approver().key(), isOut);
                    shown.merge(waiver.approver().key(), waiver.approver(), Approver::newer);
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
                shown.values().stream()
                        .sorted(Comparator.comparing(Approver::shown).thenComparing(Approver::key))
                        .map(each -> of(each, approvers.getOrDefault(each.key(), Counts.NONE)))
                        .toList());
    }

    private static OfApprover of(Approver approver, Counts counts) {
        return new OfApprover(
                approver.shown(), approver.id(), counts.granted(), counts.outOfCompliance());
    }

    private static void add(Map<String, Counts> counts, String word, boolean isOutOfCompliance) {
        counts.put(word, counts.getOrDefault(word, Counts.NONE).plus(isOutOfCompliance));
    }

    /** A life that has ended is out of nothing any more; nor is what another waiver covers. */
    private static boolean isOutOfCompliance(
            Life life, GrantedWaiver waiver, Instant now, ZoneId zone) {
        return life.stage().isActive()
                && life.waivers().stream()
                        .filter(other -> other.criterion().equals(waiver.criterion()))
                        .allMatch(other -> DueDay.isOver(other.expiresOn(), now, zone));
    }
}
