package dev.headway.lifecycle.figures;

import dev.headway.lifecycle.figures.RawHistory.Raw;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Leverage, written down a second time: of all rows, by loops. */
final class PlainLeverage {

    private final List<Win> wins = new ArrayList<>();
    private final TreeMap<String, List<BigDecimal>> progress = new TreeMap<>();
    private final TreeMap<String, int[]> counts = new TreeMap<>();

    private record Win(String mechanism, String pattern, String partner, String quarter, Raw raw) {

        String of(String group) {
            return switch (group) {
                case "mechanism" -> mechanism;
                case "pattern" -> pattern;
                case "partner" -> partner;
                case "quarter" -> quarter;
                default -> "";
            };
        }
    }

    PlainLeverage(List<RawHistory> histories, Instant now) {
        histories.forEach(history -> read(history, now));
    }

    private void read(RawHistory history, Instant now) {
        var partner = history.newest("partnerName", "PartnershipRegistered", "PartnerDescribed");
        var pattern = "";
        Raw claim = null;
        var claims = new ArrayList<Raw>();
        for (var event : history.events()) {
            switch (event.type()) {
                case "PatternChosen" -> pattern = event.text("pattern");
                case "LeverageClaimed" -> {
                    claim = event;
                    claims.add(event);
                }
                case "MeasurementTaken" -> {
                    if (claim != null && !claims.isEmpty()) {
                        claims.add(event);
                    }
                }
                case "PartnershipRevived" -> {
                    end(pattern, claim, claims, now);
                    claim = null;
                    claims.clear();
                }
                case "JointWinRecorded" -> {
                    var day = event.at().atZone(ZoneOffset.UTC);
                    wins.add(
                            new Win(
                                    claim == null ? "" : claim.text("mechanism"),
                                    pattern,
                                    partner == null ? "" : partner,
                                    day.getYear() + "-Q" + ((day.getMonthValue() + 2) / 3),
                                    event));
                }
                default -> {}
            }
        }
        end(pattern, claim, claims, now);
    }

    /** Measurements belong to the claim before them; the newest claim takes those of its metric. */
    private void end(
            String pattern, @Nullable Raw claim, List<Raw> claimsAndMeasurements, Instant now) {
        if (claim == null) {
            return;
        }
        var target = claim.body().path("target").decimalValue();
        var baseline = claim.body().path("baseline").decimalValue();
        var isUp = target.compareTo(baseline) >= 0;
        BigDecimal best = null;
        var reaches = new boolean[] {false, false};
        String metric = "";
        for (var each : claimsAndMeasurements) {
            if (each.type().equals("LeverageClaimed")) {
                metric = each.text("metricName");
            } else if (metric.equals(claim.text("metricName"))) {
                var value = each.body().path("value").decimalValue();
                best = best == null ? value : isUp ? best.max(value) : best.min(value);
                reaches[0] |= value.compareTo(target) >= 0;
                reaches[1] |= value.compareTo(target) <= 0;
            }
        }
        var isSettled =
                best != null
                        && switch (target.compareTo(baseline)) {
                            case 1 -> reaches[0];
                            case -1 -> reaches[1];
                            default -> reaches[0] && reaches[1];
                        };
        var count = counts.computeIfAbsent(pattern, _ -> new int[3]);
        count[0]++;
        count[1] += isSettled ? 1 : 0;
        count[2] += !isSettled && !now.isBefore(Instant.parse(claim.text("dueOn"))) ? 1 : 0;
        var all = progress.computeIfAbsent(pattern, _ -> new ArrayList<>());
        if (best != null) {
            var way = target.subtract(baseline);
            all.add(
                    way.signum() == 0
                            ? new BigDecimal(isSettled ? 1 : 0)
                            : best.subtract(baseline).divide(way, 4, RoundingMode.HALF_UP));
        }
    }

    int wins() {
        return wins.size();
    }

    List<String> sums(String group, String of) {
        var said = new ArrayList<String>();
        var currencies = new TreeSet<String>();
        wins.forEach(win -> currencies.add(win.raw().text("currency")));
        currencies.remove("");
        for (var currency : currencies) {
            var number = 0;
            var sums = new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
            for (var win : wins) {
                if (win.raw().text("currency").equals(currency) && win.of(group).equals(of)) {
                    number++;
                    var which =
                            switch (win.raw().text("attribution")) {
                                case "SOURCED" -> 0;
                                case "INFLUENCED" -> 1;
                                default -> 2;
                            };
                    sums[which] = sums[which].add(win.raw().body().path("amount").decimalValue());
                }
            }
            if (number > 0) {
                said.add(
                        said(
                                currency,
                                number,
                                sums[0].add(sums[1]).add(sums[2]),
                                sums[0],
                                sums[1],
                                sums[2]));
            }
        }
        return said;
    }

    List<String> claims() {
        var said = new ArrayList<String>();
        counts.forEach(
                (pattern, count) -> {
                    var all = new ArrayList<>(progress.getOrDefault(pattern, List.of()));
                    Collections.sort(all);
                    var median =
                            all.isEmpty()
                                    ? "none"
                                    : plain(
                                            all.get((all.size() - 1) / 2)
                                                    .add(all.get(all.size() / 2))
                                                    .divide(
                                                            new BigDecimal(2),
                                                            4,
                                                            RoundingMode.HALF_UP));
                    said.add(said(pattern, count[0], count[1], count[2], all.size(), median));
                });
        Collections.sort(said);
        return said;
    }

    static String said(
            String currency,
            int wins,
            BigDecimal value,
            BigDecimal sourced,
            BigDecimal influenced,
            BigDecimal unattributed) {
        return "%d wins, %s %s = %s + %s + %s"
                .formatted(
                        wins,
                        currency,
                        plain(value),
                        plain(sourced),
                        plain(influenced),
                        plain(unattributed));
    }

    static String said(
            String pattern, int claims, int settled, int overdue, int measured, String median) {
        return "%s: %d of %d, %d overdue, %d measured, %s"
                .formatted(
                        pattern,
                        settled,
                        claims,
                        overdue,
                        measured,
                        median.equals("none") ? median : plain(new BigDecimal(median)));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
