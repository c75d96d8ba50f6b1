package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.ProcessorTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code cost.svg}: the processor time of each part for a command as bars, now and, where it was
 * measured in the same run, before. Medians, in microseconds.
 */
final class CostChart {

    private static final List<String> PARTS =
            List.of(
                    ProcessorTimes.REQUESTS,
                    ProcessorTimes.READERS_BACKENDS,
                    ProcessorTimes.READERS,
                    ProcessorTimes.APPEND,
                    ProcessorTimes.OTHER_THREADS,
                    ProcessorTimes.COMPILERS,
                    ProcessorTimes.SERVER);

    private static final int WIDTH = 760;
    private static final int LABELS = 250;
    private static final int ROW = 40;
    private static final int BAR = 14;
    private static final int TOP = 34;

    private static final String SVG =
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-label="%3$s">
            <style>
            text { font: 13px system-ui, sans-serif; fill: #333 } .before { fill: #b8bec8 } .now { fill: #2f6f9f }
            @media (prefers-color-scheme: dark) { text { fill: #ddd } .before { fill: #5b6270 } .now { fill: #6fb1e0 } }
            </style>
            <text x="0" y="16">%3$s</text>
            %4$s</svg>
            """;

    private CostChart() {}

    /** Draws it again where there is something to draw. */
    static void write(Path folder, Figures figures) throws IOException {
        var most =
                PARTS.stream()
                        .mapToDouble(
                                part ->
                                        Math.max(
                                                median(figures, CommandCost.NOW, part),
                                                median(figures, CommandCost.BEFORE, part)))
                        .max()
                        .orElse(0);
        if (most <= 0) {
            return;
        }
        var rows = new StringBuilder();
        for (int n = 0; n < PARTS.size(); n++) {
            var top = TOP + n * ROW;
            var part = PARTS.get(n);
            rows.append("<text x=\"0\" y=\"%d\">%s</text>\n".formatted(top + BAR + 4, part));
            rows.append(bar("before", median(figures, CommandCost.BEFORE, part), most, top));
            rows.append(bar("now", median(figures, CommandCost.NOW, part), most, top + BAR + 2));
        }
        var title =
                "A command's processor time, µs: %s now%s"
                        .formatted(
                                shown(median(figures, CommandCost.NOW, CommandCost.ALL)),
                                before(median(figures, CommandCost.BEFORE, CommandCost.ALL)));
        Files.writeString(
                folder.resolve("cost.svg"),
                SVG.formatted(WIDTH, TOP + PARTS.size() * ROW, title, rows));
    }

    private static String before(double micros) {
        return micros > 0 ? ", %s before (pale)".formatted(shown(micros)) : "";
    }

    private static String bar(String kind, double micros, double most, int y) {
        if (micros <= 0) {
            return "";
        }
        var length = Math.max(1, Math.round(micros / most * (WIDTH - LABELS - 50)));
        return """
               <rect class="%s" x="%d" y="%d" width="%d" height="%d"/><text x="%d" y="%d">%s</text>
               """
                .formatted(
                        kind,
                        LABELS,
                        y,
                        length,
                        BAR,
                        LABELS + length + 6,
                        y + BAR - 2,
                        shown(micros));
    }

    private static double median(Figures figures, String service, String part) {
        return figures.find(service + ", " + part).map(Figures.Figure::median).orElse(0.0);
    }

    private static String shown(double micros) {
        return String.format(Locale.ROOT, "%.0f", micros);
    }
}
