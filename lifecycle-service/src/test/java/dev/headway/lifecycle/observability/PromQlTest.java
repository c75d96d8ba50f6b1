package dev.headway.lifecycle.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void metrics_are_what_is_neither_called_nor_a_label() {
        assertThat(
                        PromQl.metrics(
                                """
                                max by (kind, outcome) (rate(one_total{outcome=~"a b|c"}[5m])) > 0.5
                                unless ignoring(outcome) changes(two[10m]) > 0 and three == 1e3
                                """))
                .containsExactlyInAnyOrder("one_total", "two", "three");
    }
}
