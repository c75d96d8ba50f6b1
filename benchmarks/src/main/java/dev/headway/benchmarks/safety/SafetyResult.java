package dev.headway.benchmarks.safety;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was found; everything that must be nought is, or the run has failed. */
final class SafetyResult {

    private final Map<String, Long> found = new LinkedHashMap<>();
    private final Map<String, Long> wrong = new LinkedHashMap<>();

    /** For the reader only. */
    void tells(String what, long number) {
        found.put(what, number);
        System.out.printf("  %-56s %,12d%n", what, number);
    }

    /** Nothing but nought will do. */
    void mustBeNought(String what, long number) {
        tells(what, number);
        if (number != 0) {
            wrong.put(what, number);
        }
    }

    void requireGood() {
        if (!wrong.isEmpty()) {
            throw new AssertionError("Not as it must be: " + wrong);
        }
    }

    Map<String, Long> found() {
        return found;
    }
}
