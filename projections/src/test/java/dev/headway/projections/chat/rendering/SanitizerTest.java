package dev.headway.projections.chat.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<!here|here>",
                "<@U012AB3CD>",
                "<https://evil.example|Acme>",
                "@here",
                "@channel @everyone",
                "a\n<!channel>\r\nb",
                "a\u2028@here\u2029b",
                "\u202E@lennahc",
                "&lt;!channel&gt;",
                "\"}],\"text\":\"x",
                "a\u0000b"
            })
    void no_name_fires_a_mention_or_breaks_a_card(String name) {
        assertThat(Sanitizer.slack(name, 80))
                .doesNotContain("<", ">")
                .doesNotContainPattern("@[a-zA-Z]")
                .doesNotContainPattern("[\\p{Cntrl}\u2028\u2029\u202E]")
                .doesNotContainPattern("&(?!amp;|lt;|gt;)");
    }

    @Test
    void a_long_name_is_cut_between_characters() {
        assertThat(Sanitizer.plain("😀".repeat(100), 80)).isEqualTo("😀".repeat(79) + "…");
    }

    @Test
    void a_name_of_nothing_visible_is_told_as_blank() {
        assertThat(Sanitizer.plain("\u200B\n\t ", 80)).isEqualTo("(blank)");
    }

    @Test
    void a_decent_name_stays_as_it_is() {
        assertThat(Sanitizer.plain("Müller & Söhne <北京>", 80)).isEqualTo("Müller & Söhne <北京>");
    }
}
