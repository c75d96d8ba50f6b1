package dev.headway.projections.questions.leverage;

import dev.headway.contracts.written.DueDay;
import dev.headway.projections.questions.leverage.ToldLeverage.Claim;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the claims of one pattern came true: what whoever claims next might want to know.
 *
 * @param pattern null where none was chosen
 * @param claims the newest one of each life
 * @param settled a measurement reached the target
 * @param overdue neither, and the claim's day is over
 * @param measured how many were measured at all
 * @param medianProgress over those: 0 where the baseline was, 1 where the target is, at their best
 *     measurement; null where nothing was measured
 * @param events of claims and measurements, the newest claims first, at most so many
 */
record ClaimsOfPattern(
        @Nullable String pattern,
        int claims,
        int settled,
        int overdue,
        int measured,
        @Nullable BigDecimal medianProgress,
        List<String> events) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int DIGITS = 4;

    /** By pattern, those of none last. */
    static List<ClaimsOfPattern> of(Collection<Claim> claims, Instant now, ZoneId zone) {
        var patterns = new TreeMap<String, List<Claim>>();
        for (var claim : claims) {
            var pattern = Objects.requireNonNullElse(claim.pattern(), "~");
            patterns.computeIfAbsent(pattern, _ -> new ArrayList<>()).add(claim);
        }
        return patterns.values().stream().map(some -> ofOne(some, now, zone)).toList();
    }

    private static ClaimsOfPattern ofOne(List<Claim> claims, Instant now, ZoneId zone) {
        var progress =
                claims.stream()
                        .flatMap(claim -> Stream.ofNullable(claim.progress()))
                        .sorted()
                        .toList();
        return new ClaimsOfPattern(
                claims.getFirst().pattern(),
                claims.size(),
                (int) claims.stream().filter(Claim::isSettled).count(),
                (int)
                        claims.stream()
                                .filter(claim -> !claim.isSettled())
                                .filter(claim -> DueDay.isOver(claim.dueOn(), now, zone))
                                .count(),
                progress.size(),
                median(progress),
                events(claims));
    }

    private static List<String> events(List<Claim> claims) {
        var events = new ArrayList<String>();
        claims.stream()
                .sorted(Comparator.comparing(Claim::dueOn).reversed().thenComparing(Claim::eventId))
                .forEach(
                        claim -> {
                            events.add(claim.eventId());
                            events.addAll(claim.measurements());
                        });
        return events.stream().limit(LeverageSum.MOST_EVENTS).toList();
    }

    private static @Nullable BigDecimal median(List<BigDecimal> sorted) {
        return sorted.isEmpty()
                ? null
                : sorted.get((sorted.size() - 1) / 2)
                        .add(sorted.get(sorted.size() / 2))
                        .divide(TWO, DIGITS, RoundingMode.HALF_UP);
    }
}
