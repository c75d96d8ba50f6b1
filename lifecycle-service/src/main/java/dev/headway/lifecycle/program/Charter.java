package dev.headway.lifecycle.program;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.headway.projections.calendar.Quarter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The program on one page: its simple rules, and what of them is new.
 *
 * @param program as it is in force
 * @param since when, or null where it never changed
 * @param before how it stood when the last quarter was over
 * @param changes since then, setting by setting
 */
record Charter(
        @JsonUnwrapped ProgramDocument program,
        @Nullable Instant since,
        Before before,
        List<Change> changes) {

    /**
     * The program as the last quarter left it.
     *
     * @param until the first instant after that quarter
     */
    record Before(String quarter, Instant until, long version) {

        static Before of(Quarter quarter, Instant until, long version) {
            return new Before(quarter.toString(), until, version);
        }
    }

    /**
     * A setting that differs.
     *
     * @param setting where the program has it, as {@code /thresholds/ghost-town}
     * @param from null where it was not there
     * @param to null where it is no longer
     */
    record Change(String setting, @Nullable String from, @Nullable String to) {}

    static List<Change> changes(Map<String, String> before, Map<String, String> now) {
        var settings = new LinkedHashSet<>(now.keySet());
        settings.addAll(before.keySet());
        var changes = new ArrayList<Change>();
        for (var setting : settings) {
            var change = new Change(setting, before.get(setting), now.get(setting));
            if (!Objects.equals(change.from(), change.to())) {
                changes.add(change);
            }
        }
        return changes;
    }
}
