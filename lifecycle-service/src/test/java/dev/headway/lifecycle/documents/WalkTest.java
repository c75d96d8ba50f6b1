package dev.headway.lifecycle.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The README's walk is true: whatever code a row names is in the file that it links, and the last
 * name of a row leads on to the file of the next one.
 */
class WalkTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| [^|]*\\| \\[[^\\]]+]\\(([^)]+)\\) \\| (.+) \\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private record Row(String file, String story) {

        static Row of(MatchResult found) {
            return new Row(found.group(1), found.group(2));
        }

        List<String> names() {
            return NAME.matcher(story).results().map(name -> name.group(1)).toList();
        }

        boolean says(String name) {
            return Checkout.text(Checkout.file(file)).contains(name);
        }
    }

    @Test
    void each_row_leads_to_the_next() {
        var rows = walk();
        var untrue = new ArrayList<String>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            row.names().stream()
                    .filter(name -> !row.says(name))
                    .forEach(name -> untrue.add(row.file() + " does not say " + name));
            if (i + 1 < rows.size() && !row.names().isEmpty()) {
                var next = rows.get(i + 1);
                var last = row.names().getLast();
                if (!next.says(last)) {
                    untrue.add(row.file() + " leads on by " + last + ", not to " + next.file());
                }
            }
        }
        assertThat(untrue).isEmpty();
    }

    @Test
    void it_goes_from_a_request_to_a_message() {
        assertThat(walk()).hasSizeGreaterThan(20);
        assertThat(walk().getFirst().file()).endsWith("launch.http");
        assertThat(walk().getLast().file()).endsWith("DeliverySender.java");
    }

    private static List<Row> walk() {
        var readme = Checkout.text(Checkout.file("README.md"));
        return ROW.matcher(readme).results().map(Row::of).toList();
    }
}
