package dev.headway.contracts.written;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that look alike are one address. */
class MailAddressTest {

    private static final String ADA = "ada@northwind.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@northwind.example",
                " Ada@Northwind.Example ",
                "ada\u200b@northwind.example",
                "a\u00add\u2060a@north\ufeffwind.example",
                "\u202eada@northwind.example",
                "ada\u034f@northwind.example",
                "ada\ufe0f@northwind.example",
                "ada\u3164@northwind.example",
                "\uff41\uff44\uff41@northwind.example",
                "\uff21DA\uff20northwind\uff0eexample"
            })
    void it_is_the_same_however_it_is_written(String written) {
        assertThat(MailAddress.folded(written)).isEqualTo(ADA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00e1da@northwind.example",
                "ada+news@northwind.example",
                "a.da@northwind.example",
                "ada@north wind.example"
            })
    void what_differs_to_a_reader_is_another_one(String written) {
        assertThat(MailAddress.folded(written)).isNotEqualTo(ADA);
    }

    @Test
    void it_is_kept_as_it_was_written_but_for_what_nobody_sees() {
        assertThat(MailAddress.clean(" Ada\u200b.O\u00ad@\uff2eorthwind.example\u00a0"))
                .isEqualTo("Ada.O@Northwind.example");
    }

    @Test
    void folding_what_is_folded_changes_nothing() {
        for (var written : new String[] {ADA, "\u0130da@x.example", "\u212a\u2126@x.example"}) {
            var folded = MailAddress.folded(written);
            assertThat(MailAddress.folded(folded)).isEqualTo(folded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rita@example", "rita@example.", "rita@.example", "rita@a..example"})
    void a_domain_is_typed_to_its_end(String written) {
        assertThat(MailAddress.isOne(MailAddress.clean(written))).isFalse();
    }

    @Test
    void nothing_to_see_is_no_address() {
        assertThat(MailAddress.isOne(ADA)).isTrue();
        assertThat(MailAddress.isOne(MailAddress.clean("\u200b@\u200b"))).isFalse();
        assertThat(MailAddress.isOne(MailAddress.clean("ada okafor@northwind.example"))).isFalse();
        assertThat(MailAddress.isOne(MailAddress.clean("ada\u00a0okafor@x.example"))).isFalse();
    }
}
