package dev.headway.projections.questions.partners;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.contracts.written.FoldedText;
import java.util.UUID;

/** What a partner is told apart by. */
final class PartnerId {

    private PartnerId() {}

    /**
     * Of the company that a name leads to as long as nobody said otherwise: the same everywhere.
     */
    static String ofName(FoldedText name) {
        return UUID.nameUUIDFromBytes(("partner " + name.text()).getBytes(UTF_8)).toString();
    }
}
