package dev.headway.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of the alliance program's policy: one stream, {@code program}, whole policy per change.
 */
public sealed interface ProgramEvent extends HeadwayEvent {

    /**
     * The policy as a whole, as it stands from this event on; its version is its place in the
     * stream.
     *
     * @param pilotLimits null in events from before there were any, and where there are none
     * @param criteria the program's own; null as {@code pilotLimits}
     * @param why there is a program at all, in its own words; null as {@code pilotLimits}
     * @param playbooks what is planned in each stage of each pattern; null as {@code pilotLimits}
     */
    record ProgramChanged(
            List<Threshold> thresholds,
            List<Disqualifier> disqualifiers,
            List<PatternTemplate> patterns,
            @Nullable List<PilotLimit> pilotLimits,
            @Nullable List<OwnCriterion> criteria,
            @Nullable String why,
            @Nullable List<PlaybookStep> playbooks,
            Instant effectiveAt)
            implements ProgramEvent {

        /** Without anything that came later. */
        public ProgramChanged(
                List<Threshold> thresholds,
                List<Disqualifier> disqualifiers,
                List<PatternTemplate> patterns,
                Instant effectiveAt) {
            this(thresholds, disqualifiers, patterns, null, null, null, null, effectiveAt);
        }
    }

    /**
     * After how long a rule is due.
     *
     * @param rule stable id, as {@code ghost-town}
     * @param stage the stage it holds for, or null for every stage the rule watches
     * @param after an ISO-8601 duration, as written by whoever set it
     */
    record Threshold(String rule, @Nullable String stage, String after) {}

    /** A reason to walk away "even when the opportunity feels exciting". */
    record Disqualifier(String id, String statement) {}

    /**
     * What a pattern asks for.
     *
     * @param pattern the pattern's name
     * @param requires ids of the criteria that apply to it
     * @param rhythmDays suggested cadence in days, or null
     */
    record PatternTemplate(String pattern, List<String> requires, @Nullable Integer rhythmDays) {}

    /**
     * How many pilots may run at once: "start narrower than your ambition wants".
     *
     * @param per what is counted: {@code PATTERN}, {@code SEGMENT} or {@code OWNER}
     * @param of the pattern, the segment, or the id of the person; null for each of them
     */
    record PilotLimit(String per, @Nullable String of, int most) {}

    /**
     * A step that the playbook of a pattern has for a stage.
     *
     * @param afterDays so many days after the stage was entered
     */
    record PlaybookStep(String pattern, String stage, String title, String side, int afterDays) {}

    /**
     * A quality bar of the program's own, met by somebody's word for it.
     *
     * @param gate the stage that it stands before
     * @param patterns whose partnerships it is asked of; empty for all
     * @param attestedBy the role whose word counts
     * @param validDays for how many days it does; null for as long as it is worded like this
     */
    record OwnCriterion(
            String id,
            String gate,
            String statement,
            List<String> patterns,
            String attestedBy,
            @Nullable Integer validDays) {

        /** Whether it is asked of a partnership of this pattern; with none chosen, it is. */
        public boolean isAskedOf(@Nullable String pattern) {
            return pattern == null || patterns.isEmpty() || patterns.contains(pattern);
        }
    }
}
