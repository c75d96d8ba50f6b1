package dev.headway.projections.questions.figures;

import dev.headway.contracts.Stage;
import dev.headway.contracts.policy.Thresholds;
import dev.headway.projections.questions.figures.PartnershipFigures.Launch;
import dev.headway.projections.questions.ghosttowns.GhostClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What becomes of launches: whether the energy lasts. */
final class LaunchFigures {

    private LaunchFigures() {}

    /**
     * The launches of one month (UTC), by the time they happened; of every life the first.
     *
     * @param month as {@code 2026-07}
     * @param days every tenth day that has passed for the whole cohort
     */
    record Cohort(String month, int launches, List<Day> days) {}

    /**
     * How the cohort stood so many days of 24 hours after each launch.
     *
     * @param surviving in motion within the threshold of their stage
     * @param ghostTowns not so
     * @param ended in SUNSET by then, and so neither
     */
    record Day(int day, int surviving, int ghostTowns, int ended, @Nullable BigDecimal share) {}

    /** The cohorts, the oldest first. */
    static List<Cohort> of(
            Collection<PartnershipFigures> partnerships, Thresholds thresholds, Instant now) {
        var silences = silences(thresholds);
        var cohorts = new TreeMap<YearMonth, List<Launch>>();
        for (var partnership : partnerships) {
            for (var launch : partnership.launches()) {
                cohorts.computeIfAbsent(
                                YearMonth.from(launch.launchedAt().atOffset(ZoneOffset.UTC)),
                                _ -> new ArrayList<>())
                        .add(launch);
            }
        }
        return cohorts.entrySet().stream()
                .map(each -> cohort(each.getKey().toString(), each.getValue(), silences, now))
                .filter(cohort -> !cohort.days().isEmpty())
                .toList();
    }

    private static Cohort cohort(
            String month, List<Launch> launches, Map<Stage, Duration> silences, Instant now) {
        var latest =
                launches.stream().map(Launch::launchedAt).max(Instant::compareTo).orElseThrow();
        var days = new ArrayList<Day>();
        var sampled = launches.getFirst().samples().size();
        for (var sample = 0; sample < sampled; sample++) {
            if (!Launch.sampledAt(latest, sample).isAfter(now)) {
                days.add(day(sample, launches, silences));
            }
        }
        return new Cohort(month, launches.size(), days);
    }

    private static Day day(int sample, List<Launch> launches, Map<Stage, Duration> silences) {
        var surviving = 0;
        var ended = 0;
        for (var launch : launches) {
            var then = launch.samples().get(sample);
            if (then.isOver()) {
                ended++;
            } else if (then.isInMotion(silences)) {
                surviving++;
            }
        }
        return new Day(
                sample * Launch.EVERY_DAYS,
                surviving,
                launches.size() - surviving - ended,
                ended,
                StageFigures.share(surviving, launches.size()));
    }

    /** After how long a partnership in each stage is a ghost town. */
    static Map<Stage, Duration> silences(Thresholds thresholds) {
        var silences = new EnumMap<Stage, Duration>(Stage.class);
        for (var stage : Stage.values()) {
            if (stage.hasGhostClock()) {
                silences.put(stage, thresholds.after(GhostClock.RULE, stage));
            }
        }
        return silences;
    }
}
