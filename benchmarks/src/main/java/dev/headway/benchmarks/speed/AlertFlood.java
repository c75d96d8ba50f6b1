package dev.headway.benchmarks.speed;

import static org.awaitility.Awaitility.await;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.benchmarks.harness.Latencies;
import dev.headway.contracts.Role;
import dev.headway.testing.Caller;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.ServiceProcess;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * More alerts than anybody reads: fifty thousand that a change of the program makes due at once,
 * through which an answer and its reader must come, and a hundred and fifty thousand after an
 * import, of which each channel is told once.
 */
final class AlertFlood implements AutoCloseable {

    private static final int SEATS = 5;

    /**
     * Of one that was launched long ago and not heard of since: that it has no next steps, is a
     * ghost town, and fades, which nobody is told besides that.
     */
    private static final int RAISED_AT_FIRST = 3;

    private static final int TOLD_AT_FIRST = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final String HEADER =
            "externalKey,name,partnerName,partnerType,pattern,owner,registeredAt,pilotAt,launchAt,"
                    + "scaledAt,sunsetAt,sunsetReason,lastMotionAt\n";

    /** As somebody might call it; a chat service would take half of it for formatting. */
    static final String NAME = "Zoë & *Sons* <%d> _“東京”_";

    private final TollingReceiver people = new TollingReceiver();
    private final TollingReceiver machines = new TollingReceiver();
    private final Connection database;
    private final ServiceProcess node;
    private final Caller manager;
    private final Caller admin;
    private int imported;

    AlertFlood(DurablePostgres postgres, Path folder) throws Exception {
        var name = postgres.create("alerts");
        this.database = postgres.connect(name);
        this.node =
                HeadwayScript.run(
                        folder.resolve(name),
                        postgres.url(name),
                        "-Dheadway.chat.allow-insecure-targets=true",
                        "-Dheadway.chat.channels[0].kind=slack",
                        "-Dheadway.chat.channels[0].name=people",
                        "-Dheadway.chat.channels[0].url=" + people.url(),
                        "-Dheadway.chat.channels[1].kind=webhook",
                        "-Dheadway.chat.channels[1].name=machines",
                        "-Dheadway.chat.channels[1].per-second=200",
                        "-Dheadway.chat.channels[1].secrets[0]=" + TollingReceiver.SECRET,
                        "-Dheadway.chat.channels[1].url=" + machines.url());
        this.manager = node.as(Role.MANAGER);
        this.admin = node.as(Role.ADMIN);
    }

    /**
     * @param atOnce how many alerts a change of the program makes due
     * @param afterImport how many an import does
     */
    void measure(Figures figures, int atOnce, int afterImport) throws SQLException {
        emptySeatsAreDueAfter("P3650D");
        imports(atOnce / SEATS);
        awaitAlerts((long) RAISED_AT_FIRST * imported);
        var before = raised();
        emptySeatsAreDueAfter("P7D");
        answerWhileRaising(figures, before, before + (long) SEATS * imported);
        await("all that was raised before to be told")
                .atMost(PATIENCE)
                .until(() -> machines.alerts() == (long) (TOLD_AT_FIRST + SEATS) * imported);
        tell(figures, afterImport / (TOLD_AT_FIRST + SEATS));
    }

    private void answerWhileRaising(Figures figures, long before, long after) throws SQLException {
        var alerts = manager.get("/api/v1/alerts?rule=ghost-town&limit=200").json().at("/items");
        await("a sweep that has begun").until(() -> raised() > before);
        var visible = new Latencies();
        var read = new Latencies();
        var begun = System.nanoTime();
        for (int n = 0; raised() < after && n < alerts.size(); n++) {
            var path = "/api/v1/alerts/" + alerts.get(n).at("/id").asString();
            var asked = System.nanoTime();
            var answered = manager.post(path + "/acknowledgement", "{}");
            var position = "" + answered.position();
            var seen = manager.get(path, "Headway-Position", position);
            if (!seen.json().at("/status").asString().equals("ACKNOWLEDGED")) {
                throw new IllegalStateException(answered.text() + " is not seen: " + seen.text());
            }
            visible.add(System.nanoTime() - asked);
            var listed = System.nanoTime();
            manager.get("/api/v1/alerts?limit=50");
            manager.get("/api/v1/portfolio");
            read.add(System.nanoTime() - listed);
        }
        awaitAlerts(after);
        var seconds = (System.nanoTime() - begun) / 1e9;
        figures.add("alerts raised at once", "", after - before);
        figures.add("alerts raised at once, the sweep", "s", seconds);
        figures.add("answer seen during the sweep, p50", "ms", visible.percentile(0.5));
        figures.add("answer seen during the sweep, slowest", "ms", visible.percentile(1));
        figures.add("a page and the portfolio during the sweep, slowest", "ms", read.percentile(1));
    }

    private void tell(Figures figures, int partnerships) {
        people.forget();
        machines.forget();
        var before = machines.alerts();
        var due = (long) (TOLD_AT_FIRST + SEATS) * partnerships;
        var begun = System.nanoTime();
        imports(partnerships);
        var end = System.nanoTime();
        figures.add("import of " + partnerships + " partnerships", "s", (end - begun) / 1e9);
        await("a message each")
                .atMost(PATIENCE)
                .until(() -> people.messages() > 0 && machines.messages() > 0);
        figures.add("alerts after an import", "", due);
        figures.add("first message to people after it", "s", (people.first() - end) / 1e9);
        figures.add("first delivery to machines after it", "s", (machines.first() - end) / 1e9);
        await("all of them").atMost(PATIENCE).until(() -> machines.alerts() - before >= due);
        figures.add("last delivery to machines after it", "s", (machines.last() - end) / 1e9);
        figures.add("messages to people", "", people.messages());
        figures.add("deliveries to machines", "", machines.messages());
        figures.add("largest delivery", "bytes", machines.largest());
        figures.add("median delivery", "bytes", machines.median());
        figures.add("alerts told twice or never", "", machines.alerts() - before - due);
        figures.add("names that differ", "", machines.misnamed());
        figures.add("signatures that are wrong", "", machines.unsigned());
    }

    private void imports(int partnerships) {
        var from = imported;
        imported += partnerships;
        var rows =
                IntStream.range(from, imported)
                        .mapToObj(AlertFlood::row)
                        .collect(Collectors.joining("", HEADER, ""));
        var answer =
                admin.send(
                        "POST",
                        "/api/v1/imports",
                        "text/csv; charset=UTF-8",
                        BodyPublishers.ofString(rows));
        if (answer.json().at("/created").asInt() != partnerships) {
            throw new IllegalStateException(answer.text());
        }
    }

    private static String row(int number) {
        return "key-%1$d,\"%2$s\",\"%2$s\",RESELLER,RESELL,,%3$s,%3$s,%3$s,,,,%3$s\n"
                .formatted(number, NAME.formatted(number), "2024-01-10T00:00:00Z");
    }

    private void emptySeatsAreDueAfter(String duration) {
        var now = admin.get("/api/v1/program");
        var program = (ObjectNode) now.json();
        ((ObjectNode) program.at("/thresholds")).put("seat-vacant", duration);
        var changed =
                admin.put("/api/v1/program", program.toString(), "If-Match", now.header("ETag"));
        if (changed.status() != 200) {
            throw new IllegalStateException(changed.text());
        }
    }

    private void awaitAlerts(long alerts) {
        await(alerts + " alerts").atMost(PATIENCE).until(() -> raised() >= alerts);
    }

    private long raised() throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select count(*) from alert")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws InterruptedException, SQLException {
        node.close();
        database.close();
        people.close();
        machines.close();
    }
}
