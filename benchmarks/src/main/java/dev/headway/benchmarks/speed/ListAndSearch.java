package dev.headway.benchmarks.speed;

import dev.headway.benchmarks.harness.HeadwayScript;
import dev.headway.benchmarks.harness.LoadClient;
import dev.headway.benchmarks.harness.Request;
import dev.headway.contracts.Role;
import dev.headway.testing.DurablePostgres;
import dev.headway.testing.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What people wait for who look at a large portfolio, eight of them at once: every order of the
 * list on a first and on a late page, filters that keep much or little, alerts, searches, the
 * figures, the audit, and a long life that nobody asked about before.
 */
final class ListAndSearch implements AutoCloseable {

    private static final int CALLERS = 8;
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** How far down a late page is, in pages of 200. */
    private static final int LATE_PAGE = 60;

    private static final List<String> SORTS =
            List.of(
                    "name",
                    "stage",
                    "stageSince",
                    "daysInStage",
                    "lastMotion",
                    "quietDays",
                    "ghostAt",
                    "stepsSecured");

    private static final List<String> FILTERS =
            List.of(
                    "ghost=true",
                    "ghost=false",
                    "stage=SUNSET",
                    "owner=Owner%207",
                    "segment=",
                    "seatVacant=SUPPORT",
                    "openRule=fading",
                    "criteriaHeldAtLeast=3",
                    "criterionUnmet=timing-right",
                    "waiversWaiting=true");

    private static final List<String> ALERT_FILTERS =
            List.of(
                    "",
                    "status=OPEN",
                    "rule=fading",
                    "rule=fading&status=ACKNOWLEDGED",
                    "sort=dueAt",
                    "status=OPEN&sort=-severity",
                    "severity=CRITICAL");

    private final ServiceProcess node;
    private final LongLives longLives;

    ListAndSearch(DurablePostgres postgres, Path folder, int partnerships)
            throws IOException, SQLException {
        var database = postgres.create("listed");
        this.node =
                HeadwayScript.run(
                        folder.resolve(database),
                        postgres.url(database),
                        "-Dheadway.watching.auto-start=false");
        try (var connection = postgres.connect(database);
                var positions = new SlowestPosition(connection)) {
            PortfolioSeeder.events(connection, partnerships);
            LongLives.seed(connection);
            positions.awaitHead(PATIENCE);
            PortfolioSeeder.alerts(connection, partnerships);
            this.longLives = new LongLives(node, LongLives.ids(connection));
        }
    }

    void measure(Figures figures, Duration length) throws Exception {
        var viewer = node.token(Role.VIEWER);
        for (var sort : SORTS) {
            for (var order : List.of(sort, "-" + sort)) {
                ask(figures, "list by " + order, length, pages("/partnerships", "sort=" + order));
            }
        }
        for (var filter : FILTERS) {
            ask(figures, "list, " + filter, length, pages("/partnerships", filter));
        }
        ask(
                figures,
                "list, ghost=true by -ghostAt",
                length,
                pages("/partnerships", "ghost=true&sort=-ghostAt"));
        for (var filter : ALERT_FILTERS) {
            ask(
                    figures,
                    "alerts" + (filter.isEmpty() ? "" : ", " + filter),
                    length,
                    pages("/alerts", filter));
        }
        ask(figures, "search, a few found", length, List.of(search("listed%207777", viewer)));
        ask(figures, "search, nothing found", length, List.of(search("nowhere", viewer)));
        ask(figures, "searched, a hundred found", length, List.of(search("listed%20777", viewer)));
        ask(
                figures,
                "audit in effective time, none found",
                length,
                List.of(
                        Request.get(
                                "/api/v1/audit/entries?time=effective&from=1990-01-01&to=1990-02-01",
                                node.token(Role.AUDITOR))));
        portfolio(figures, length);
        longLives.measure(figures);
        figures.addWorst("list, the slowest order, p99", "list by ");
        figures.addWorst("list, the slowest filter, p99", "list, ");
        figures.addWorst("alerts, the slowest page, p99", "alerts");
        figures.addWorst("search, little found, the slowest, p99", "search, ");
    }

    private void portfolio(Figures figures, Duration length) throws Exception {
        var request = Request.get("/api/v1/portfolio", node.token(Role.VIEWER));
        try (var following = new FigureLag(node)) {
            var refused = ask(figures, "portfolio", length, List.of(request)).refused();
            figures.add("portfolio, refused", "", refused);
            figures.add("portfolio, figures follow within", "ms", following.stop());
        }
    }

    private LoadClient.Run ask(
            Figures figures, String question, Duration length, List<byte[]> requests)
            throws IOException {
        var run = new LoadClient(node.address(), requests).run(CALLERS, SETTLE, length);
        if (run.refused() > 0 && !question.equals("portfolio")) {
            throw new IllegalStateException(question + " was refused");
        }
        figures.add(question + ", p50", "ms", run.latencies().percentile(0.5));
        figures.add(question + ", p99", "ms", run.latencies().percentile(0.99));
        return run;
    }

    /** The first page of a list, and a late one. */
    private List<byte[]> pages(String list, String query) {
        var path = "/api/v1" + list + "?" + (query.isEmpty() ? "" : query + "&");
        var viewer = node.as(Role.VIEWER);
        var requests = new ArrayList<byte[]>();
        requests.add(Request.get(path + "limit=50", node.token(Role.VIEWER)));
        var cursor = "";
        for (int page = 0; page < LATE_PAGE; page++) {
            var next = viewer.get(path + "limit=200" + cursor).json().path("nextCursor");
            if (!next.isString()) {
                break;
            }
            cursor = "&cursor=" + next.asString();
        }
        requests.add(Request.get(path + "limit=50" + cursor, node.token(Role.VIEWER)));
        return requests;
    }

    private static byte[] search(String text, String token) {
        return Request.get("/api/v1/partnerships?limit=50&q=" + text, token);
    }

    @Override
    public void close() throws InterruptedException {
        node.close();
    }
}
