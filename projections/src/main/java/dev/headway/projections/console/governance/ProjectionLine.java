package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Words;

/**
 * One projection as its page shows it.
 *
 * @param behind positions between the newest event and what it has read
 * @param rebuild of it, or nothing
 */
public record ProjectionLine(String name, long behind, int parked, ApiObject rebuild) {

    private static final int MINUTE = 60;

    static ProjectionLine of(ApiObject projection, ApiObject answer) {
        return new ProjectionLine(
                projection.text("name"),
                Math.max(0, number(answer, "head") - number(projection, "position")),
                projection.count("parked"),
                projection.at("rebuild"));
    }

    /** How long something takes still, in words; empty where nobody knows. */
    static String left(ApiObject of) {
        if (!of.has("secondsLeft")) {
            return "";
        }
        var seconds = number(of, "secondsLeft");
        return seconds < MINUTE
                ? Words.count(seconds, "second")
                : Words.count((seconds + MINUTE - 1) / MINUTE, "minute");
    }

    public boolean isBuilding() {
        return rebuild.text("state").equals("BUILDING");
    }

    public boolean isWaiting() {
        return rebuild.text("state").equals("WAITING");
    }

    public boolean hasFailed() {
        return rebuild.text("state").equals("FAILED");
    }

    public long position() {
        return number(rebuild, "position");
    }

    public long of() {
        return Math.max(1, number(rebuild, "of"));
    }

    /** "40000 of 120000, 21000 events a second, 4 seconds left". */
    public String progress() {
        var said = position() + " of " + of();
        if (rebuild.has("eventsPerSecond")) {
            said += ", " + rebuild.text("eventsPerSecond") + " events a second";
        }
        var left = left(rebuild);
        return left.isEmpty() ? said : said + ", " + left + " left";
    }

    private static long number(ApiObject of, String name) {
        var number = of.number(name);
        return number == null ? 0 : number.longValue();
    }
}
