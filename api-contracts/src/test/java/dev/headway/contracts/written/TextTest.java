package dev.headway.contracts.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\r\n",
                "\u00a0",
                "\u202f\u2007",
                "\u200b\u200c\u200d",
                "\u2060\ufeff",
                "\u2800\u2800",
                "\u3164",
                "\u115f\u1160",
                "\u00ad",
                "\u200e\u202e",
                "\ufe0f",
                "\u034f",
                "\u3000",
            })
    void what_nobody_sees_is_no_text(String text) {
        assertThat(Text.isVisible(text)).isFalse();
        assertThat(Text.clean(text)).isEmpty();
    }

    @Test
    void a_text_is_trimmed_of_what_nobody_sees_at_both_ends_only() {
        assertThat(Text.clean("\u00a0\u200b\u2800 North\u00a0wind \ufeff\u2028"))
                .isEqualTo("North\u00a0wind");
    }

    @Test
    void a_text_is_kept_composed() {
        assertThat(Text.clean("Cafe\u0301")).isEqualTo("Caf\u00e9");
    }

    @Test
    void what_gives_the_last_character_its_form_stays_with_it() {
        assertThat(Text.clean("\u2764\ufe0f \ufe0f\u200d")).isEqualTo("\u2764\ufe0f");
        var england =
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f";
        assertThat(Text.clean(england)).isEqualTo(england);
    }

    @Test
    void what_is_clean_stays_as_it_is() {
        var random = new Random(13);
        IntStream.range(0, 50_000)
                .mapToObj(
                        _ ->
                                random.ints(4, 0, 0x3200)
                                        .mapToObj(Character::toString)
                                        .reduce("", String::concat))
                .forEach(
                        text -> {
                            var clean = Text.clean(text);
                            assertThat(Text.clean(clean)).isEqualTo(clean);
                            assertThat(clean.isEmpty()).isEqualTo(!Text.isVisible(text));
                        });
    }
}
