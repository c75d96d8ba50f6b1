package dev.headway.benchmarks.safety;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was found; everything that must be nought is, or the run has failed. */
public final class SafetyResult {

    private final Map<String, Long> found = new LinkedHashMap<>();
    private final Map<String, Long> wrong = new LinkedHashMap<>();
    private final boolean quiet;

    SafetyResult() {
        this(false);
    }

    private SafetyResult(boolean quiet) {
        this.quiet = quiet;
    }

    /** One that says nothing by itself. */
    public static SafetyResult quiet() {
        return new SafetyResult(true);
    }

    /** For the reader only. */
    public void tells(String what, long number) {
        found.put(what, number);
        if (!quiet) {
            System.out.printf("  %-56s %,12d%n", what, number);
        }
    }

    /** Nothing but nought will do. */
    public void mustBeNought(String what, long number) {
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

    /**
     * Says all of it.
     *
     * @return whether all is as it must be
     */
    public boolean print() {
        found.forEach((what, number) -> System.out.printf("  %-56s %,12d%n", what, number));
        System.out.println(wrong.isEmpty() ? "All as it must be" : "NOT as it must be: " + wrong);
        return wrong.isEmpty();
    }

    public Map<String, Long> found() {
        return found;
    }

    /** What is not as it must be; empty when all is well. */
    public Map<String, Long> wrong() {
        return wrong;
    }
}
