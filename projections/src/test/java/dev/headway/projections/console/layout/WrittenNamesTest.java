package dev.headway.projections.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What somebody wrote may run from right to left, or turn round what follows it: wherever a page
 * shows it, it is set apart from the words around it.
 */
class WrittenNamesTest {

    private static final Pattern SHOWN =
            Pattern.compile("<(th:block|[a-z0-9]+)\\b([^>]*?)th:text=\"([^\"]*)\"([^>]*)>");

    /** Fields and methods that give what people wrote. */
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "\\.text\\('(name|partnershipName|owner|holder|title|what|owedTo|reason|note"
                            + "|summary|why|relief|forum|customer|evidence|answer|about|detail"
                            + "|requestedBy|actor|email|segment|unit|channel|lastError|failure"
                            + "|message|sentence|action|have|need)'\\)"
                            + "|reader\\.name\\(\\)|(leaver|heir|row)\\.name\\(\\)"
                            + "|\\.(whom|whose|who|headline|about|key)\\(\\)|entry\\.detail\\(\\)"
                            + "|problem\\.detail\\(\\)|complaint\\(\\)|noticeName|whose\\}|\\{wrong\\}"
                            + "|\\{field\\}|one\\('owner'\\)|one\\('asOf'\\)");

    /** Which are no markup, or have a direction of their own. */
    private static final List<String> ALONE = List.of("bdi", "textarea", "title", "text");

    static Resource[] pages() throws IOException {
        return new PathMatchingResourcePatternResolver()
                .getResources("classpath*:console/pages/*.html");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void stand_apart(Resource page) throws IOException {
        assertThat(mixed(page.getContentAsString(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void and_one_that_does_not_is_found() {
        assertThat(mixed("<h1 th:text=\"${p.text('name')}\"></h1>")).hasSize(1);
        assertThat(mixed("<bdi th:text=\"${p.text('name') + ' of ' + 1}\"></bdi>")).hasSize(1);
        assertThat(mixed("<h1><bdi th:text=\"${p.text('name')}\"></bdi></h1>")).isEmpty();
    }

    private static List<String> mixed(String page) {
        return SHOWN.matcher(page)
                .results()
                .filter(found -> WRITTEN.matcher(found.group(3)).find())
                .filter(WrittenNamesTest::standsAmongWords)
                .map(MatchResult::group)
                .toList();
    }

    private static boolean standsAmongWords(MatchResult shown) {
        var hasDirection = (shown.group(2) + shown.group(4)).contains("dir=\"auto\"");
        return (!ALONE.contains(shown.group(1)) && !hasDirection)
                || shown.group(3).matches(".*(\\+ ?'|' ?\\+).*");
    }
}
