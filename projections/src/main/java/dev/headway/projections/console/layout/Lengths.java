package dev.headway.projections.console.layout;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lengths of time as people say them, and as the API writes them (ISO 8601). */
public final class Lengths {

    private static final String AT_ONCE = "at once";

    private static final Pattern DAYS = Pattern.compile("([0-9]{1,5})( ?d| days?)?");
    private static final Pattern HOURS = Pattern.compile("([0-9]{1,6})( ?h| hours?)");

    private Lengths() {}

    /** {@code P60D} as "60 days"; what is no whole number of hours stays as it is. */
    public static String say(String iso) {
        try {
            var length = Duration.parse(iso);
            if (length.isZero()) {
                return AT_ONCE;
            }
            if (length.isNegative() || !length.equals(Duration.ofHours(length.toHours()))) {
                return iso;
            }
            return length.toHoursPart() == 0
                    ? Words.count(length.toDays(), "day")
                    : Words.count(length.toHours(), "hour");
        } catch (DateTimeException _) {
            return iso;
        }
    }

    /** "60 days", and 60 alone, as {@code P60D}; what is neither stays as it is. */
    public static String written(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.equals(AT_ONCE)) {
            return Duration.ZERO.toString();
        }
        var days = DAYS.matcher(text);
        if (days.matches()) {
            return "P" + days.group(1) + "D";
        }
        var hours = HOURS.matcher(text);
        return hours.matches() ? "PT" + hours.group(1) + "H" : typed.strip();
    }
}
