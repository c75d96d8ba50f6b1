package dev.headway.partnership.gates;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The first few of many texts, in order: what a gate tells stays readable, however many there are.
 */
final class Excerpt {

    private static final int ITEMS = 5;
    private static final int LENGTH = 100;

    private Excerpt() {}

    /** At most five, each of at most a hundred characters, and how many more there are. */
    static String of(Collection<String> texts, String separator) {
        var first =
                texts.stream()
                        .sorted()
                        .limit(ITEMS)
                        .map(Excerpt::shortened)
                        .collect(Collectors.joining(separator));
        var more = texts.size() - ITEMS;
        return more > 0 ? first + separator + more + " more" : first;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LENGTH)) + "…";
    }
}
