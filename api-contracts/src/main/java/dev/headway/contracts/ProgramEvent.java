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
     */
    record ProgramChanged(
            List<Threshold> thresholds,
            List<Disqualifier> disqualifiers,
            List<PatternTemplate> patterns,
            Instant effectiveAt)
            implements ProgramEvent {}

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
}
