package dev.headway.split.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void the_first_line_that_matches_counts() {
        var routes =
                Routes.of(
                        """
                        # exceptions first
                        ^GET:/a/b$   lifecycle

                        ^GET:/a/     projection
                        ^[A-Z]+:/    lifecycle
                        """);
        assertThat(routes.kindOf("GET", "/a/b")).isEqualTo(NodeKind.LIFECYCLE);
        assertThat(routes.kindOf("GET", "/a/b/c")).isEqualTo(NodeKind.PROJECTION);
        assertThat(routes.kindOf("POST", "/a/b/c")).isEqualTo(NodeKind.LIFECYCLE);
    }

    @Test
    void a_line_that_says_something_else_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Routes.of("^GET:/a"));
        assertThatIllegalArgumentException().isThrownBy(() -> Routes.of("^GET:/a elsewhere"));
    }
}
