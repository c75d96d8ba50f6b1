package dev.headway.contracts.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "Straße, STRASSE",
        "STRAẞE, strasse",
        "Ångström, angstrom",
        "Łódź, lodz",
        "Sørensen, SORENSEN",
        "Æther, aether",
        "ΟΔΟΣ, οδός",
        "Οδος, οδοσ",
        "DIYARBAKIR, diyarbakır",
        "İstanbul, ISTANBUL",
        "istanbul, ıstanbul",
        "Ｎｏｒｔｈ, north",
        "ﬁnance, FINANCE",
        "O’Neil, O'Neil",
        "A – B, a - b",
        "Ёлка, елка",
    })
    void what_people_take_for_the_same_is_the_same(String one, String other) {
        assertThat(new FoldedText(one)).isEqualTo(new FoldedText(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Acme, Acne",
        "कि, कु",
        "か, が",
        "가, 나",
        "Northwind, North wind",
        "Acme 1, Acme 2",
        "Ａ株式会社, Ｂ株式会社",
    })
    void what_people_tell_apart_is_told_apart(String one, String other) {
        assertThat(new FoldedText(one)).isNotEqualTo(new FoldedText(other));
    }

    @Test
    void letters_may_be_composed_or_decomposed() {
        assertThat(new FoldedText("Cafe\u0301")).isEqualTo(new FoldedText("CAF\u00c9"));
        assertThat(new FoldedText("\u1100\u1161")).isEqualTo(new FoldedText("\uac00"));
    }

    @Test
    void spaces_of_any_kind_are_one_and_what_has_no_width_is_none() {
        var odd = "\u00a0North\u2003\u3000\twind\u2800Re\u200blay\u00ad\ufeff \u2060";

        assertThat(new FoldedText(odd).text()).isEqualTo("north wind relay");
    }

    @Test
    void what_is_folded_stays_as_it_is() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > 0xDFFF)
                .mapToObj(Character::toString)
                .forEach(FoldedTextTest::assertFoldsOnce);
        var random = new Random(13);
        IntStream.range(0, 20_000)
                .mapToObj(_ -> random.ints(5, 0, 0x3000).mapToObj(Character::toString))
                .map(points -> points.reduce("", String::concat))
                .forEach(FoldedTextTest::assertFoldsOnce);
    }

    private static void assertFoldsOnce(String text) {
        var folded = new FoldedText(text).text();
        assertThat(new FoldedText(folded).text())
                .as(() -> text.codePoints().mapToObj(Integer::toHexString).toList().toString())
                .isEqualTo(folded);
    }
}
