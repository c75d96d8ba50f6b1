package dev.headway.projections.console.ghosts;

import dev.headway.projections.console.api.AtOnce;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.GhostThresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many partnerships have been quiet for how long, as bars of a picture of 700 by 138: counted
 * by the day on which each is a ghost town unless it moves.
 *
 * @param bars one for each five days; the last one stands for all that are quieter
 */
public record QuietBars(List<Bar> bars, long fading, long ghost) {

    private static final int DAYS = 5;
    private static final int COUNT = 16;
    private static final double WIDTH = 43;
    private static final double BASE = 116;
    private static final double HEIGHT = 92;

    /** Days from, how many, and where it stands. */
    public record Bar(int from, long count, String tone, double x, double y, double height) {}

    static QuietBars ask(HeadwayApi api, GhostThresholds thresholds, Instant now) {
        var ghost = thresholds.ghost("LAUNCH");
        var asked =
                IntStream.range(0, COUNT)
                        .mapToObj(i -> AtOnce.ask(() -> count(api, now, ghost, i)))
                        .toList();
        return of(asked.stream().map(AtOnce::answer).toList(), thresholds.fading("LAUNCH"), ghost);
    }

    private static long count(HeadwayApi api, Instant now, long ghost, int i) {
        Map<String, List<String>> filter = new LinkedHashMap<>();
        var until = now.plus(Duration.ofDays(ghost - (long) i * DAYS));
        if (i > 0) {
            filter.put("ghostBefore", List.of(until.toString()));
        }
        var isLast = i == COUNT - 1;
        var from =
                isLast ? Instant.parse("1990-01-01T00:00:00Z") : until.minus(Duration.ofDays(DAYS));
        filter.put("ghostAfter", List.of(from.toString()));
        return api.ask("/partnerships/counts", filter).body().count("total");
    }

    static QuietBars of(List<Long> counts, long fading, long ghost) {
        var most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            var height = Math.ceil(HEIGHT * counts.get(i) / most);
            var from = i * DAYS;
            var tone = from >= ghost ? "g" : from >= fading ? "f" : "m";
            bars.add(new Bar(from, counts.get(i), tone, 4 + i * WIDTH, BASE - height, height));
        }
        return new QuietBars(bars, fading, ghost);
    }

    /** How many are in motion ({@code m}), fading ({@code f}) or ghost towns ({@code g}). */
    public long count(String tone) {
        return bars.stream().filter(bar -> bar.tone().equals(tone)).mapToLong(Bar::count).sum();
    }

    public long all() {
        return bars.stream().mapToLong(Bar::count).sum();
    }

    /** Where a day is. */
    public double x(long day) {
        return 4 + Math.min(COUNT, (double) day / DAYS) * WIDTH;
    }
}
