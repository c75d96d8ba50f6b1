package dev.headway.projections.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class QueryParametersTest {

    @Test
    void a_parameter_that_nobody_reads_is_refused_by_name_with_those_there_are() {
        assertThat(violations("owner=ada&ownr=bob", query -> query.text("owner")))
                .containsExactly("?ownr is not asked here; what is: owner");
    }

    @Test
    void what_means_one_value_is_given_once() {
        assertThat(violations("q=a&q=b", query -> query.text("q")))
                .containsExactly("?q must be given once");
        assertThat(violations("on=true&on=true", query -> query.flag("on")))
                .containsExactly("?on must be given once");
        assertThat(violations("limit=1&limit=2", query -> query.limit(50)))
                .containsExactly("?limit must be given once");
        assertThat(violations("on=A&on=B", query -> query.anyOf("on", List.of("A", "B"))))
                .isEmpty();
    }

    @Test
    void a_text_says_something_unless_none_can_be_asked_for() {
        assertThat(violations("actor=", query -> query.text("actor")))
                .containsExactly("?actor must say something, or be left out");
        assertThat(violations("owner=%20", query -> query.textOrNone("owner"))).isEmpty();
    }

    @Test
    void a_range_begins_no_later_than_it_ends() {
        assertThat(violations("from=2026-02-02&to=2026-02-01", query -> query.range("from", "to")))
                .containsExactly("?from must not be after to");
        assertThat(violations("from=2026-02-01&to=2026-02-01", query -> query.range("from", "to")))
                .isEmpty();
        assertThat(violations("from=2026-02-01", query -> query.range("from", "to"))).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(
                        violations(
                                "from=x&limit=0&colour=red",
                                query -> {
                                    query.range("from", "to");
                                    query.limit(50);
                                }))
                .hasSize(3);
    }

    private static List<String> violations(String asked, Consumer<QueryParameters> reading) {
        var uri = UriComponentsBuilder.fromUriString("/?" + asked.replace("%20", " ")).build();
        var query = new QueryParameters("test", uri.getQueryParams());
        reading.accept(query);
        var refused = catchThrowableOfType(InvalidQueryException.class, query::throwIfInvalid);
        if (refused == null) {
            return List.of();
        }
        var properties = Objects.requireNonNull(refused.getBody().getProperties());
        return ((List<?>) Objects.requireNonNull(properties.get("errors")))
                .stream()
                        .map(InvalidQueryException.Violation.class::cast)
                        .map(each -> each.pointer() + " " + each.message())
                        .toList();
    }
}
