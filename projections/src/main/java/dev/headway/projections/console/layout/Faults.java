package dev.headway.projections.console.layout;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the API says is wrong with a field, as sentences of people. */
final class Faults {

    /** What messages begin with that say something of the field before them. */
    private static final Set<String> VERBS =
            Set.of(
                    "must", "lies", "is", "has", "holds", "does", "may", "needs", "cannot", "takes",
                    "names", "was", "stands", "ends", "begins", "says");

    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private Faults() {}

    /** Beside its field: {@code lies in the future} as "It lies in the future." */
    static String say(String message) {
        return ended(isSaidOf(message) ? "It " + Words.sentence(message) : begun(message));
    }

    /** Away from its field: {@code /dueOn lies in the future} as "Due on lies in the future." */
    static String say(String pointer, String message) {
        var name = name(pointer);
        if (name.isEmpty()) {
            return say(message);
        }
        return ended(
                isSaidOf(message)
                        ? name + " " + Words.sentence(message)
                        : name + ": " + Words.sentence(message));
    }

    private static boolean isSaidOf(String message) {
        return VERBS.contains(message.split(" ", 2)[0]);
    }

    private static String begun(String message) {
        var said = Words.sentence(message);
        return said.isEmpty()
                ? said
                : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    private static String ended(String said) {
        return said.isEmpty() || said.matches("(?s).*[.!?…]") ? said : said + ".";
    }

    /** The last part that is no number: {@code /pilot/endsOn} as "Ends on". */
    private static String name(String pointer) {
        var last = pointer.replaceAll("(/[0-9]+)+$", "").replaceAll("^.*[/?]", "");
        return Words.say(INNER_CAPITAL.matcher(last).replaceAll(" "));
    }
}
