package dev.headway.projections.watching.hindsight;

import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.watching.tracking.ProgramInForce;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** When a rule held for a partnership, by what is known of it now and the policy in force now. */
@Component
public class RulesInHindsight {

    private final ProgramInForce program;
    private final Clock clock;

    RulesInHindsight(ProgramInForce program, Clock clock) {
        this.program = program;
        this.clock = clock;
    }

    /**
     * All of its episodes under a rule that only events and policies end, soonest first.
     *
     * @param counting what holds of the events of one partnership, as they were recorded
     * @param rule its id, as {@code ghost-town}
     */
    public List<PastEpisode> episodes(List<RecordedEvent> counting, String rule) {
        return RelivedLife.of(counting, rule, program.dates(), clock.instant());
    }
}
