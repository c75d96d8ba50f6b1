package dev.headway.lifecycle.accounts.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any characters will do, unless everybody would try them. */
class PasswordRulesTest {

    private static final List<String> OF_ADA =
            List.of("Ada Okafor", "ada.okafor@northwind.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "marmalade on the windowsill",
                "zmqbrtvkwlph",
                "842719365028",
                "            a  b  c  d  e  f",
                "\u00e4\u00f6\u00fc\u00df\u5bc6\u7801\u5f88\u957f\u7684\u4e00\u4e2a\u53e5\ud83d\ude80",
                "Okafor of the seven windmills",
                "headway over tall hedges"
            })
    void these_will_do(String password) {
        assertThat(PasswordRules.objection(password, OF_ADA)).isEmpty();
        assertThat(PasswordRules.objection(password + "x".repeat(64), OF_ADA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elevenchars",
                "\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80\ud83d\ude80",
                "aaaaaaaaaaaaaaa",
                "abcabcabcabcabc",
                "123456789012",
                "abcdefghijklm",
                "qwertyuiopasdf",
                "1qaz2wsx3edc",
                "Password2026!",
                "p4ssw0rd2026!",
                "P@ssw0rd12345",
                "Summer2026summer",
                "welcomewelcome1",
                "correct horse battery staple",
                "headway2026!!",
                "ada.okafor123",
                "Okafor.Ada.1985",
                "Okafor20261985",
                "!!AdaOkafor-1985-2026!!",
                "0k4f0r_1985_2026",
                "okafor-summer-2026",
                "Aokafor 12/03/1985",
                "\uff2fkafor 20261985",
                "northwind842719"
            })
    void these_are_tried_first(String password) {
        assertThat(PasswordRules.objection(password, OF_ADA)).isPresent();
    }

    @Test
    void short_names_and_accents_are_names_as_well() {
        var li = List.of("Li Wu", "liwu@x.example");
        var zoe = List.of("Zo\u00eb \u00d8deg\u00e5rd", "zoe@x.example");

        assertThat(PasswordRules.objection("LiWu20262027", li)).isPresent();
        assertThat(PasswordRules.objection("wuli!!20262027", li)).isPresent();
        assertThat(PasswordRules.objection("zoe.odegard.20262027", zoe)).isPresent();
        assertThat(PasswordRules.objection("\u00d8deg\u00e5rd 1985 1985", zoe)).isPresent();
        assertThat(PasswordRules.objection("842719365028", li)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1_000})
    void long_ones_are_taken_whole(int length) {
        var password = "zmqbrtvkwlphz".repeat(80).substring(0, length - 1);

        assertThat(
                        PasswordRules.objection(
                                "\u00e9" + password.replace("qb", "q7b").substring(0, length - 1),
                                OF_ADA))
                .isEmpty();
        assertThat(PasswordRules.objection("z q".repeat(334), OF_ADA)).isPresent();
    }
}
