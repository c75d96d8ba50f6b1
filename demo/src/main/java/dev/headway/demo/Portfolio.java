package dev.headway.demo;

import static dev.headway.demo.RestApi.text;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What an alliance manager does to partnerships, through the gates like anybody else. A partnership
 * is its path, as {@code /partnerships/1}.
 */
final class Portfolio {

    private static final List<String> SEATS =
            List.of("RELATIONSHIP", "DELIVERY", "INTEGRATION", "SUPPORT", "ESCALATION");
    private static final List<String> SEAMS =
            List.of(
                    "ONBOARDING",
                    "AUTHENTICATION",
                    "PERMISSIONS",
                    "DATA_QUALITY",
                    "UX_CONSISTENCY",
                    "SUPPORT_HANDOFF");
    private static final List<String> TEAMS = List.of("SUPPORT", "PRODUCT", "DELIVERY");

    private final RestApi api;
    private final Instant now;
    private final PrintStream out;
    private final Map<String, String> names = new HashMap<>();

    Portfolio(RestApi api, Instant now, PrintStream out) {
        this.api = api;
        this.now = now;
        this.out = out;
    }

    /** Registers a prospect some days ago; answers its path. */
    String register(String name, String partner, String type, String pattern, int daysAgo)
            throws IOException, InterruptedException {
        var registration =
                Map.of(
                        "name",
                        name,
                        "partner",
                        Map.of("name", partner, "type", type),
                        "pattern",
                        pattern,
                        "owner",
                        "Alliance desk",
                        "effectiveAt",
                        ago(daysAgo));
        var created = naming(name, () -> api.post("/partnerships", registration));
        out.println("registered " + name);
        var path = "/partnerships/" + text(created, "id");
        names.put(path, name);
        return path;
    }

    /** Brings what the Pilot gate asks for, then starts the pilot. */
    void startPilot(String partnership, int daysAgo) throws IOException, InterruptedException {
        put(
                partnership,
                "/leverage-claim",
                Map.of(
                        "mechanism",
                        "WIN_RATE",
                        "why",
                        "Joint proposals win where either of us alone comes second.",
                        "metric",
                        Map.of(
                                "name",
                                "joint win rate",
                                "unit",
                                "percent",
                                "baseline",
                                18,
                                "target",
                                30),
                        "dueOn",
                        ahead(120)));
        put(
                partnership,
                "/timing",
                Map.of(
                        "ours", Map.of("focus", "mid-market growth", "ready", true),
                        "partner", Map.of("focus", "a second product line", "ready", true)));
        put(
                partnership,
                "/pilot-scope",
                Map.of(
                        "useCase", "One region, one product, five accounts",
                        "successCriterion", "two joint proposals accepted",
                        "endsOn", ahead(30)));
        move(partnership, "PILOT", daysAgo);
    }

    /** Brings what the Launch gate asks for, then launches; its last motion is the launch. */
    void launch(String partnership, int daysAgo) throws IOException, InterruptedException {
        var before = ago(daysAgo + 2);
        for (var seat : SEATS) {
            put(partnership, "/seats/" + seat, Map.of("holder", lead(seat), "side", "OURS"));
        }
        for (var seam : SEAMS) {
            put(
                    partnership,
                    "/seams/" + seam,
                    Map.of("verdict", "PASS", "evidence", "walked through", "effectiveAt", before));
        }
        for (var team : TEAMS) {
            put(
                    partnership,
                    "/consents/" + team,
                    Map.of("by", lead(team), "capacity", "two people, one day a week"));
        }
        put(partnership, "/rhythm", Map.of("everyDays", 14, "forum", "joint pipeline review"));
        put(
                partnership,
                "/exit-terms",
                Map.of("summary", "customers keep support", "noticeDays", 90));
        post(
                partnership,
                "/joint-wins",
                Map.of(
                        "customer", "Harbour Foods",
                        "summary", "First joint customer in production",
                        "evidence", "signed acceptance",
                        "effectiveAt", before));
        put(
                partnership,
                "/pilot-verdict",
                Map.of(
                        "verdict", "PROVED",
                        "evidence", "two proposals accepted",
                        "effectiveAt", before));
        plan(partnership, "Train the field teams", "PARTNER", 7);
        plan(partnership, "Publish the joint case study", "OURS", 21);
        plan(partnership, "Plan the second region", "OURS", 35);
        move(partnership, "LAUNCH", daysAgo);
    }

    /** Completes the step that is due soonest. */
    void completeNextStep(String partnership, String outcome)
            throws IOException, InterruptedException {
        var next = get(partnership, "/next-steps").path("next");
        post(
                partnership,
                "/steps/" + text(next.path(0), "stepId") + "/completion",
                Map.of("outcome", outcome));
    }

    void touch(String partnership, String kind, String summary, int daysAgo)
            throws IOException, InterruptedException {
        post(
                partnership,
                "/touchpoints",
                Map.of("kind", kind, "summary", summary, "effectiveAt", ago(daysAgo)));
    }

    /** Asks for a stage, and prints what was said to it. */
    void move(String partnership, String to, int daysAgo) throws IOException, InterruptedException {
        var version = text(get(partnership, ""), "version");
        var body = Map.of("to", to, "effectiveAt", ago(daysAgo));
        var answer = naming(nameOf(partnership), () -> api.move(partnership, version, body));
        out.println(
                answer.statusCode() == 200
                        ? "  moved to " + to
                        : "  " + answer.statusCode() + " " + text(RestApi.read(answer), "detail"));
    }

    private void plan(String partnership, String title, String side, int inDays)
            throws IOException, InterruptedException {
        post(
                partnership,
                "/steps",
                Map.of(
                        "title",
                        title,
                        "owner",
                        "Alliance desk",
                        "side",
                        side,
                        "dueOn",
                        ahead(inDays)));
    }

    private JsonNode get(String partnership, String below)
            throws IOException, InterruptedException {
        return naming(nameOf(partnership), () -> api.get(partnership + below));
    }

    private void put(String partnership, String below, Map<String, ?> body)
            throws IOException, InterruptedException {
        naming(nameOf(partnership), () -> api.put(partnership + below, body));
    }

    private void post(String partnership, String below, Map<String, ?> body)
            throws IOException, InterruptedException {
        naming(nameOf(partnership), () -> api.post(partnership + below, body));
    }

    private String nameOf(String partnership) {
        return names.getOrDefault(partnership, partnership);
    }

    /** Whatever goes wrong is told with the partnership that it went wrong for. */
    private static <T> T naming(String partnership, Call<T> call)
            throws IOException, InterruptedException {
        try {
            return call.send();
        } catch (IOException | IllegalStateException failure) {
            var why = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            throw new IllegalStateException(partnership + ": " + why, failure);
        }
    }

    private interface Call<T> {
        T send() throws IOException, InterruptedException;
    }

    private static String lead(String seatOrTeam) {
        return seatOrTeam.toLowerCase(Locale.ROOT) + " lead";
    }

    private String ago(int days) {
        return now.minus(Duration.ofDays(days)).toString();
    }

    private String ahead(int days) {
        return now.plus(Duration.ofDays(days)).toString();
    }
}
