package dev.headway.projections.questions.figures;

import dev.headway.projections.questions.FirstUse;
import dev.headway.projections.questions.figures.PartnershipFigures.Life;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How long it takes the first customer who uses it: from a launch, and from an announcement. */
final class FirstUseFigures {

    private FirstUseFigures() {}

    /**
     * From launch to the first joint win of the same life.
     *
     * @param launches of every life the first
     * @param used how many of them a customer has used
     * @param medianDays negative where most were proved before they were launched
     */
    record SinceLaunch(int launches, int used, @Nullable BigDecimal medianDays) {}

    /**
     * From what the world was told last to the first joint win of the same life.
     *
     * @param announced lives of which it was told
     * @param used how many of them a customer has used
     * @param medianDays negative where most were used before they were announced
     */
    record SinceAnnounced(int announced, int used, @Nullable BigDecimal medianDays) {}

    static SinceLaunch sinceLaunch(Collection<PartnershipFigures> partnerships) {
        var days = new double[partnerships.stream().mapToInt(each -> each.launches().size()).sum()];
        var used = 0;
        for (var partnership : partnerships) {
            for (var launch : partnership.launches()) {
                var life = partnership.life(launch.life());
                if (life != null && life.firstUseAt() != null) {
                    days[used++] = FirstUse.daysBetween(launch.launchedAt(), life.firstUseAt());
                }
            }
        }
        return new SinceLaunch(days.length, used, StageFigures.median(days, used));
    }

    /** Null where nothing was ever announced. */
    static @Nullable SinceAnnounced sinceAnnounced(Collection<PartnershipFigures> partnerships) {
        var announced =
                partnerships.stream()
                        .flatMap(each -> each.lives().stream())
                        .filter(life -> life.announcedOn() != null)
                        .toList();
        var days = announced.stream().mapToDouble(FirstUseFigures::days).filter(Double::isFinite);
        var used = days.toArray();
        return announced.isEmpty()
                ? null
                : new SinceAnnounced(
                        announced.size(), used.length, StageFigures.median(used, used.length));
    }

    /** From announcement to first use; not a number where either is missing. */
    private static double days(Life life) {
        return life.announcedOn() == null || life.firstUseAt() == null
                ? Double.NaN
                : FirstUse.daysBetween(life.announcedOn(), life.firstUseAt());
    }
}
