package dev.headway.projections.console.governance;

import dev.headway.projections.console.layout.Times;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Quarters to choose from, and as people write them. */
final class PackQuarters {

    private static final int YEARS = 15;
    private static final int A_YEAR = 4;

    private static final Pattern YEAR_LAST = Pattern.compile("Q([1-4])[ /-]*([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[ /-]*Q([1-4])");

    private PackQuarters() {}

    /**
     * @param name as the API has it, {@code 2026-Q3}
     * @param said in words
     */
    record Choice(String name, String said) {}

    /** The newest first, and the one that is asked for among them. */
    static List<Choice> around(String asked, Times times) {
        var today = times.now().atZone(times.zone()).toLocalDate();
        var now = name(today);
        var names =
                Stream.iterate(today, day -> day.minusMonths(12 / A_YEAR))
                        .limit((long) YEARS * A_YEAR)
                        .map(PackQuarters::name);
        return Stream.concat(names, Stream.of(asked))
                .distinct()
                .map(name -> new Choice(name, name.equals(now) ? name + ", so far" : name))
                .toList();
    }

    /** "Q4 2026" and "2026 q4" as the API has it; what is no quarter stays as it is. */
    static String meant(String typed) {
        var text = typed.strip().toUpperCase(Locale.ROOT);
        var last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            return last.group(2) + "-Q" + last.group(1);
        }
        var first = YEAR_FIRST.matcher(text);
        return first.matches() ? first.group(1) + "-Q" + first.group(2) : typed.strip();
    }

    private static String name(LocalDate day) {
        return day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }
}
