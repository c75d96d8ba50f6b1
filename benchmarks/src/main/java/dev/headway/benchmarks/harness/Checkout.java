package dev.headway.benchmarks.harness;

import java.nio.file.Path;

/** Where Headway was checked out; {@code ./headway} says so. */
public final class Checkout {

    private static final String FOLDER = "headway.checkout";

    private Checkout() {}

    public static Path folder() {
        var folder = System.getProperty(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("Start this with ./headway bench");
        }
        return Path.of(folder);
    }

    static String script() {
        return script(folder());
    }

    /** The script of a checkout. */
    static String script(Path checkout) {
        return checkout.resolve("headway").toString();
    }
}
