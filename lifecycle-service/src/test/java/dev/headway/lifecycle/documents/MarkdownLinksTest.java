package dev.headway.lifecycle.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every link of every Markdown file leads to a file, and to a heading where it names one. */
class MarkdownLinksTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void every_link_leads_somewhere() {
        var broken = new ArrayList<String>();
        var links = 0;
        for (var file : Checkout.all(".md")) {
            for (var link : links(file)) {
                links++;
                if (!leadsSomewhere(file, link)) {
                    broken.add(Checkout.name(file) + " -> " + link);
                }
            }
        }
        assertThat(broken).as("links that lead nowhere").isEmpty();
        assertThat(links).isGreaterThan(200);
    }

    @Test
    void a_link_to_nowhere_is_noticed() {
        var readme = Checkout.file("README.md");

        assertThat(leadsSomewhere(readme, "docs/nothing.md")).isFalse();
        assertThat(leadsSomewhere(readme, "README.md#no-such-heading")).isFalse();
        assertThat(leadsSomewhere(readme, "README.md#run-it")).isTrue();
    }

    private static List<String> links(Path file) {
        return LINK.matcher(BLOCK.matcher(Checkout.text(file)).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("https://"))
                .toList();
    }

    private static boolean leadsSomewhere(Path from, String link) {
        var parts = link.split("#", 2);
        var folder = Objects.requireNonNull(from.getParent());
        var target = parts[0].isEmpty() ? from : folder.resolve(parts[0]).normalize();
        return Files.exists(target) && (parts.length < 2 || anchors(target).contains(parts[1]));
    }

    /** Headings as GitHub names them. */
    private static Set<String> anchors(Path file) {
        return HEADING.matcher(Checkout.text(file))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
