package dev.headway.projections.questions.partnership;

import dev.headway.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A real change of a project's level, with when it happened and when it was recorded.
 *
 * @param stage the level as a stage
 */
record RecordedLate(String project, String stage, Instant effectiveAt, Instant recordedAt) {

    private static final Map<String, String> STAGES =
            Map.of(
                    "sandbox", "PILOT",
                    "accepted", "PILOT",
                    "incubating", "LAUNCH",
                    "graduated", "SCALED",
                    "archived", "SUNSET");

    /** Where both kinds of dates are. */
    static List<Path> files() {
        return List.of(
                SharedData.file("cncf-project-transitions.csv"),
                SharedData.file("cncf-recorded-transitions.csv"));
    }

    /**
     * As they were recorded, in that order; what is not known to have happened before happened
     * then, since nothing is recorded before it happens.
     */
    static List<RecordedLate> all() throws IOException {
        var happened = new HashMap<String, Instant>();
        for (var line : lines(files().getFirst())) {
            if (STAGES.containsKey(line[1])) {
                happened.putIfAbsent(
                        name(line) + STAGES.get(line[1]),
                        LocalDate.parse(line[2]).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
        }
        var changes = new ArrayList<RecordedLate>();
        for (var line : lines(files().getLast())) {
            var stage = STAGES.get(line[2]);
            if (stage != null) {
                var recorded = OffsetDateTime.parse(line[3]).toInstant();
                var effective = happened.getOrDefault(name(line) + stage, recorded);
                changes.add(
                        new RecordedLate(
                                name(line),
                                stage,
                                effective.isAfter(recorded) ? recorded : effective,
                                recorded));
            }
        }
        changes.sort((one, other) -> one.recordedAt().compareTo(other.recordedAt()));
        return changes;
    }

    /** However it was spelt; some were spelt otherwise over the years. */
    private static String name(String[] line) {
        return line[0].toLowerCase(Locale.ROOT);
    }

    private static List<String[]> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
    }
}
