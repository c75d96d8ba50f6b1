package dev.headway.lifecycle.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of decisions names each of them once, in order, by its title. */
class DecisionIndexTest {

    @Test
    void every_decision_is_in_the_index() {
        var index =
                Checkout.text(Checkout.file("docs/decisions/README.md"))
                        .lines()
                        .filter(line -> line.startsWith("- ["))
                        .toList();

        assertThat(index)
                .containsExactlyElementsOf(decisions().map(DecisionIndexTest::line).toList());
    }

    @Test
    void every_number_is_given_once() {
        assertThat(decisions().map(DecisionIndexTest::number)).doesNotHaveDuplicates();
    }

    private static Stream<Path> decisions() {
        return Checkout.all(".md").stream()
                .filter(file -> Checkout.name(file).matches("docs/decisions/\\d{4}-.+"));
    }

    private static String line(Path decision) {
        var title = Checkout.text(decision).lines().findFirst().orElseThrow().substring(2);
        return "- [%s](%s) %s".formatted(number(decision), decision.getFileName(), title);
    }

    private static String number(Path decision) {
        return decision.getFileName().toString().substring(0, 4);
    }
}
