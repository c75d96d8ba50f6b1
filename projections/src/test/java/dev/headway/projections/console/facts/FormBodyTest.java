package dev.headway.projections.console.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** What was typed becomes the body of a call: what was left empty is left out. */
class FormBodyTest {

    @Test
    void names_with_dots_are_objects_and_names_with_numbers_are_lists() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("classification", "STRATEGIC");
        typed.add("bends.0.bend", "PRICING");
        typed.add("bends.0.what", "");
        typed.add("bends.1.bend", "ROADMAP");
        var fields =
                List.of(
                        FormField.line("classification", "x"),
                        FormField.line("bends.0.bend", "x"),
                        FormField.prose("bends.0.what", "x"),
                        FormField.line("bends.1.bend", "x"));

        assertThat(FormBody.of(fields, typed))
                .isEqualTo(
                        Map.of(
                                "classification",
                                "STRATEGIC",
                                "bends",
                                List.of(Map.of("bend", "PRICING"), Map.of("bend", "ROADMAP"))));
    }

    @Test
    void a_correction_names_only_what_was_otherwise_and_why() {
        var form = Corrections.of("MeasurementTaken");
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("value", "24.5");
        typed.add("evidence", "");
        typed.add("reason", "A typing error");

        assertThat(form.path()).isEqualTo("/history/{on}/correction");
        assertThat(FormBody.of(form.fields(), typed)).containsOnlyKeys("value", "reason");
        assertThat(Corrections.isPossible("MoveRefused")).isFalse();
    }
}
