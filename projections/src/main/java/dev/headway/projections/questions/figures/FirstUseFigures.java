package dev.headway.projections.questions.figures;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How long it takes from a launch to the first customer who uses it. */
final class FirstUseFigures {

    private static final double MICROS_A_DAY = 86_400e6;

    private FirstUseFigures() {}

    /**
     * From launch to the first joint win of the same life.
     *
     * @param launches of every life the first
     * @param used how many of them a customer has used
     * @param medianDays negative where most were proved before they were launched
     */
    record FirstUse(int launches, int used, @Nullable BigDecimal medianDays) {}

    static FirstUse of(Collection<PartnershipFigures> partnerships) {
        var days = new double[partnerships.stream().mapToInt(each -> each.launches().size()).sum()];
        var used = 0;
        for (var partnership : partnerships) {
            for (var launch : partnership.launches()) {
                var life = partnership.life(launch.life());
                if (life != null && life.firstUseAt() != null) {
                    var gap = launch.launchedAt().until(life.firstUseAt(), ChronoUnit.MICROS);
                    days[used++] = gap / MICROS_A_DAY;
                }
            }
        }
        return new FirstUse(days.length, used, StageFigures.median(days, used));
    }
}
