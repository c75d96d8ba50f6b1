package dev.headway.demo;

import static dev.headway.demo.RestApi.text;

import java.io.IOException;
import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/** Prints what an alliance manager would look at first. */
final class FirstLook {

    private final RestApi api;
    private final PrintStream out;

    FirstLook(RestApi api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    void atGhostTowns() throws IOException, InterruptedException {
        out.println("\nGhost towns");
        for (var item : api.get("/partnerships?ghost=true&sort=name").path("items")) {
            out.printf(
                    "  %-24s %-7s quiet for %s days since %s (%s)%n",
                    text(item, "name"),
                    text(item, "stage"),
                    text(item, "quietDays"),
                    text(item.path("lastMotion"), "at"),
                    text(item.path("lastMotion"), "event"));
        }
    }

    void atNextSteps() throws IOException, InterruptedException {
        out.println("\nNext steps");
        for (var step : api.get("/next-steps?limit=6").path("items")) {
            out.printf(
                    "  %.10s  %-28s %-8s %s%n",
                    text(step, "dueOn"),
                    text(step, "title"),
                    text(step, "side"),
                    text(step, "owner"));
        }
    }

    void atHistory(String partnership, String name) throws IOException, InterruptedException {
        out.println("\nHistory of " + name);
        for (var event : api.get(partnership + "/history").path("items")) {
            out.printf(
                    "  %.10s  %-24s %-8s by %s%n",
                    text(event, "effectiveAt"),
                    text(event, "type"),
                    text(event, "outcome"),
                    text(event, "actor"));
            for (var criterion : event.path("gate").path("criteria")) {
                printUnmet(criterion);
            }
        }
    }

    private void printUnmet(JsonNode criterion) {
        if (!criterion.path("met").asBoolean()) {
            out.printf(
                    "              unmet: %s (have %s, need %s)%n",
                    text(criterion, "id"), text(criterion, "have"), text(criterion, "need"));
        }
    }
}
