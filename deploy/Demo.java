import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills a running Headway with a small made-up portfolio, through the REST API and its gates like
 * anybody else, and prints what an alliance manager would look at first. Started by {@code ./headway
 * demo}; {@code HEADWAY_URL} and {@code HEADWAY_TOKEN} say where and as whom.
 */
class Demo {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api = System.getenv("HEADWAY_URL") + "/api/v1";
    private final String token = System.getenv("HEADWAY_TOKEN");
    private final Instant now = Clock.systemUTC().instant();
    private String position = "0";

    public static void main(String[] arguments) throws Exception {
        new Demo().play();
    }

    private void play() throws Exception {
        var relay = register("Northwind Relay resale", "Northwind Relay", "RESELLER", "RESELL", 150);
        startPilot(relay, 130);
        launch(relay, 72);

        var bluepeak =
                register("Bluepeak co-delivery", "Bluepeak Cloud", "TECHNOLOGY", "CO_DELIVERY", 120);
        startPilot(bluepeak, 100);
        launch(bluepeak, 30);
        post(bluepeak + "/touchpoints", touchpoint("JOINT_CALL", "Weekly pipeline call", 2));

        var tidewater = register("Tidewater bundle", "Tidewater Telecom", "TELCO", "RESELL", 110);
        startPilot(tidewater, 80);
        post(tidewater + "/touchpoints", touchpoint("WORKSHOP", "Packaging workshop", 65));

        var ostrava =
                register("Ostrava marketplace", "Ostrava Data", "TECHNOLOGY", "MARKETPLACE_LISTING", 90);
        startPilot(ostrava, 60);
        launch(ostrava, 20);
        var steps = get(ostrava + "/next-steps").get("next");
        post(
                ostrava + "/steps/" + text(steps.get(0), "stepId") + "/completion",
                Map.of("outcome", "Listing is live"));

        var larkspur = register("Larkspur referrals", "Larkspur Agency", "AGENCY", "REFERRAL", 12);
        move(larkspur, "PILOT", 0);

        System.out.println("\nGhost towns");
        for (var item : get("/partnerships?ghost=true&sort=name").get("items")) {
            System.out.printf(
                    "  %-24s %-7s quiet for %s days since %s (%s)%n",
                    text(item, "name"),
                    text(item, "stage"),
                    text(item, "quietDays"),
                    text(item.get("lastMotion"), "at"),
                    text(item.get("lastMotion"), "event"));
        }

        System.out.println("\nNext steps");
        for (var step : get("/next-steps?limit=6").get("items")) {
            System.out.printf(
                    "  %.10s  %-28s %-8s %s%n",
                    text(step, "dueOn"),
                    text(step, "title"),
                    text(step, "side"),
                    text(step, "owner"));
        }

        System.out.println("\nHistory of Larkspur referrals");
        for (var event : get(larkspur + "/history").get("items")) {
            System.out.printf(
                    "  %.10s  %-24s %-8s by %s%n",
                    text(event, "effectiveAt"),
                    text(event, "type"),
                    text(event, "outcome"),
                    text(event, "actor"));
            if (event.get("gate") instanceof JsonNode gate && gate.has("criteria")) {
                for (var criterion : gate.get("criteria")) {
                    if (!criterion.get("met").asBoolean()) {
                        System.out.printf(
                                "              unmet: %s (have %s, need %s)%n",
                                text(criterion, "id"),
                                text(criterion, "have"),
                                text(criterion, "need"));
                    }
                }
            }
        }
    }

    /** Registers a prospect some days ago; answers its path. */
    private String register(String name, String partner, String type, String pattern, int daysAgo)
            throws Exception {
        var created =
                post(
                        "/partnerships",
                        Map.of(
                                "name", name,
                                "partner", Map.of("name", partner, "type", type),
                                "pattern", pattern,
                                "owner", "Alliance desk",
                                "effectiveAt", ago(daysAgo)));
        System.out.println("registered " + name);
        return "/partnerships/" + text(created, "id");
    }

    /** Brings what the Pilot gate asks for, then starts the pilot. */
    private void startPilot(String partnership, int daysAgo) throws Exception {
        put(
                partnership + "/leverage-claim",
                Map.of(
                        "mechanism", "WIN_RATE",
                        "why", "Joint proposals win where either of us alone comes second.",
                        "metric",
                                Map.of(
                                        "name", "joint win rate",
                                        "unit", "percent",
                                        "baseline", 18,
                                        "target", 30),
                        "dueOn", ahead(120)));
        put(
                partnership + "/timing",
                Map.of(
                        "ours", Map.of("focus", "mid-market growth", "ready", true),
                        "partner", Map.of("focus", "a second product line", "ready", true)));
        put(
                partnership + "/pilot-scope",
                Map.of(
                        "useCase", "One region, one product, five accounts",
                        "successCriterion", "two joint proposals accepted",
                        "endsOn", ahead(30)));
        move(partnership, "PILOT", daysAgo);
    }

    /** Brings what the Launch gate asks for, then launches; its last motion is the launch. */
    private void launch(String partnership, int daysAgo) throws Exception {
        var before = daysAgo + 2;
        for (var seat : List.of("RELATIONSHIP", "DELIVERY", "INTEGRATION", "SUPPORT", "ESCALATION")) {
            put(partnership + "/seats/" + seat, Map.of("holder", seat.toLowerCase(java.util.Locale.ROOT) + " lead", "side", "OURS"));
        }
        for (var seam :
                List.of(
                        "ONBOARDING",
                        "AUTHENTICATION",
                        "PERMISSIONS",
                        "DATA_QUALITY",
                        "UX_CONSISTENCY",
                        "SUPPORT_HANDOFF")) {
            put(
                    partnership + "/seams/" + seam,
                    Map.of("verdict", "PASS", "evidence", "walked through", "effectiveAt", ago(before)));
        }
        for (var team : List.of("SUPPORT", "PRODUCT", "DELIVERY")) {
            put(
                    partnership + "/consents/" + team,
                    Map.of("by", team.toLowerCase(java.util.Locale.ROOT) + " lead", "capacity", "two people, one day a week"));
        }
        put(partnership + "/rhythm", Map.of("everyDays", 14, "forum", "joint pipeline review"));
        put(partnership + "/exit-terms", Map.of("summary", "customers keep support", "noticeDays", 90));
        post(
                partnership + "/joint-wins",
                Map.of(
                        "customer", "Harbour Foods",
                        "summary", "First joint customer in production",
                        "evidence", "signed acceptance",
                        "effectiveAt", ago(before)));
        put(
                partnership + "/pilot-verdict",
                Map.of("verdict", "PROVED", "evidence", "two proposals accepted", "effectiveAt", ago(before)));
        plan(partnership, "Train the field teams", "PARTNER", 7);
        plan(partnership, "Publish the joint case study", "OURS", 21);
        plan(partnership, "Plan the second region", "OURS", 35);
        move(partnership, "LAUNCH", daysAgo);
    }

    private void plan(String partnership, String title, String side, int inDays) throws Exception {
        post(
                partnership + "/steps",
                Map.of("title", title, "owner", "Alliance desk", "side", side, "dueOn", ahead(inDays)));
    }

    private void move(String partnership, String to, int daysAgo) throws Exception {
        var version = text(get(partnership), "version");
        var answer =
                send(
                        request(partnership + "/transitions")
                                .header("If-Match", "\"" + version + "\"")
                                .POST(body(Map.of("to", to, "effectiveAt", ago(daysAgo)))));
        System.out.println(
                answer.statusCode() == 200
                        ? "  moved to " + to
                        : "  " + answer.statusCode() + " " + text(read(answer), "detail"));
    }

    private Map<String, Object> touchpoint(String kind, String summary, int daysAgo) {
        return Map.of("kind", kind, "summary", summary, "effectiveAt", ago(daysAgo));
    }

    private JsonNode get(String path) throws Exception {
        return done(send(request(path).GET()));
    }

    private JsonNode post(String path, Map<String, ?> body) throws Exception {
        return done(send(request(path).POST(body(body))));
    }

    private void put(String path, Map<String, ?> body) throws Exception {
        done(send(request(path).PUT(body(body))));
    }

    /** Every request sees what the ones before it wrote. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Headway-Position", position);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (!answer.request().method().equals("GET")) {
            position = answer.headers().firstValue("Headway-Position").orElse(position);
        }
        return answer;
    }

    private static JsonNode done(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return read(answer);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static HttpRequest.BodyPublisher body(Map<String, ?> body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private String ago(int days) {
        return now.minus(Duration.ofDays(days)).toString();
    }

    private String ahead(int days) {
        return now.plus(Duration.ofDays(days)).toString();
    }
}
