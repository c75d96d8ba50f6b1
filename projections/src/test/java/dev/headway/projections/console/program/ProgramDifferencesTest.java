package dev.headway.projections.console.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.policy.Criteria;
import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.program.ProgramDifferences.Difference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of setting that differs is told, and nothing else. */
class ProgramDifferencesTest {

    private static final Map<String, Object> NOW =
            Map.of(
                    "thresholds", Map.of("ghost-town", "P60D", "fading", Map.of("PILOT", "P30D")),
                    "disqualifiers", List.of(Map.of("id", "rival", "statement", "A rival")),
                    "patterns", Map.of());

    @Test
    void the_same_program_differs_in_nothing() {
        assertThat(ProgramDifferences.between(program(NOW), program(NOW))).isEmpty();
    }

    @Test
    void thresholds_disqualifiers_and_patterns_are_compared_one_by_one() {
        var requires = Criteria.ALL.subList(1, Criteria.ALL.size());
        var then =
                Map.of(
                        "thresholds",
                        Map.of("ghost-town", "P45D", "fading", Map.of("LAUNCH", "P30D")),
                        "disqualifiers",
                        List.of(Map.of("id", "sponsor", "statement", "No sponsor")),
                        "patterns",
                        Map.of("RESELL", Map.of("requires", requires, "rhythmDays", 14)));

        assertThat(ProgramDifferences.between(program(NOW), program(then)))
                .contains(
                        new Difference("Ghost town", "60 days", "45 days"),
                        new Difference("Fading, pilot", "30 days", "—"),
                        new Difference("Fading, launch", "—", "30 days"),
                        new Difference("Disqualifier rival", "A rival", "—"),
                        new Difference("Disqualifier sponsor", "—", "No sponsor"),
                        new Difference("Resell: rhythm", "—", "14 days"))
                .hasSize(7)
                .filteredOn(each -> each.then().equals("not asked for"))
                .hasSize(1);
    }

    private static ApiObject program(Map<String, ?> settings) {
        return new ApiObject(JsonMapper.shared().valueToTree(settings));
    }
}
