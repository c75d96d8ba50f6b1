package dev.headway.lifecycle.identity;

import dev.headway.contracts.written.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a token says of a person, as Headway keeps it. */
final class PersonName {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private PersonName() {}

    /** On one line, clean and bounded; empty when there is nothing to see. */
    static Optional<String> of(String claim, int maxLength) {
        var line = Text.clean(CONTROL.matcher(claim).replaceAll(" "));
        var bounded =
                line.length() <= maxLength
                        ? line
                        : Text.clean(line.substring(0, line.offsetByCodePoints(maxLength / 2, 0)));
        return bounded.isEmpty() ? Optional.empty() : Optional.of(bounded);
    }
}
