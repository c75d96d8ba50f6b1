package dev.headway.projections.questions.waivers;

import static dev.headway.projections.questions.EventPhrases.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.HeadwayEvent;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipVoided;
import dev.headway.contracts.PartnershipEvent.WaiverGranted;
import dev.headway.contracts.PartnershipEvent.WaiverRefused;
import dev.headway.contracts.PartnershipEvent.WaiverRequested;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.Cursors;
import dev.headway.projections.querying.QuestionClient;
import dev.headway.projections.questions.nextsteps.PartnershipNames;
import dev.headway.testing.DrivenClock;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class WhichWaiversAreThereTest {

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final DrivenClock clock = new DrivenClock(at("2026-03-01"));
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhichWaiversAreThere question =
            new WhichWaiversAreThere(
                    new WaiverTable(database),
                    new WaiverList(
                            database,
                            new PartnershipNames(database),
                            clock,
                            BusinessCalendar.WEEKDAYS_UTC),
                    new Cursors(database));
    private final ProjectionProcessors loop = ProcessorsForTests.loop(source, log, question);
    private final QuestionClient asking = new QuestionClient(source, question);

    @Test
    void a_waiver_goes_from_asked_for_to_decided_to_expired() {
        happened("p", registered("p", "Acme", "2026-01-01"), asked("w1", "2026-03-10"));
        happened("p", asked("w2", "2026-03-10"));
        assertThat(ids("?status=REQUESTED")).containsExactlyInAnyOrder("w1", "w2");

        happened("p", granted("w1"), refused("w2"));

        assertThat(ids("?status=REQUESTED")).isEmpty();
        assertThat(ids("?status=GRANTED")).containsExactly("w1");
        assertThat(ids("?status=REFUSED&status=REQUESTED")).containsExactly("w2");
        clock.advance(Duration.ofDays(9));
        assertThat(ids("?status=GRANTED")).as("on its last day").containsExactly("w1");
        clock.advance(Duration.ofDays(1));
        assertThat(ids("?status=GRANTED")).isEmpty();
        assertThat(ids("?status=EXPIRED")).containsExactly("w1");
        assertThat(items("").getFirst().get("status").asString()).isIn("EXPIRED", "REFUSED");
    }

    @Test
    void what_nobody_decides_any_more_is_left_out() {
        happened("p", registered("p", "Acme", "2026-01-01"), asked("w1", "2026-03-10"));
        happened("q", registered("q", "Beta", "2026-01-01"), asked("w2", "2026-03-10"));

        happened("p", sunset("2026-02-02"));
        happened("q", new PartnershipVoided("Twice", null, at("2026-02-02")));
        assertThat(ids("")).isEmpty();

        happened("p", revived("2026-02-03"), asked("w3", "2026-03-10"));
        assertThat(ids("")).containsExactly("w3");
    }

    @Test
    void pages_in_each_order_have_every_waiver_once() {
        happened("p", registered("p", "Acme", "2026-01-01"));
        for (int n = 0; n < 7; n++) {
            happened("p", asked("w" + n, "2026-04-0" + (1 + n % 3)));
        }
        for (var sort : List.of("requestedAt", "-requestedAt", "expiresOn", "-expiresOn")) {
            var all = new ArrayList<String>();
            var query = "?limit=3&sort=" + sort;
            JsonNode page = ask(query);
            while (true) {
                page.get("items").forEach(item -> all.add(item.get("id").asString()));
                var cursor = page.get("nextCursor");
                if (cursor.isNull()) {
                    break;
                }
                page = ask(query + "&cursor=" + cursor.asString());
            }
            assertThat(all).as(sort).hasSize(7).doesNotHaveDuplicates();
        }
        assertThat(asking.get("/api/v1/waivers?sort=name").status()).isEqualTo(400);
    }

    @Test
    void events_seen_twice_leave_the_same_rows() {
        happened(
                "p",
                registered("p", "Acme", "2026-01-01"),
                asked("w1", "2026-03-10"),
                granted("w1"),
                sunset("2026-02-02"),
                revived("2026-02-03"),
                asked("w2", "2026-03-10"));
        var before = items("").toString();

        question.on(log.after(0, 100));

        assertThat(items("").toString()).isEqualTo(before);
    }

    private void happened(String stream, HeadwayEvent... events) {
        log.happened(stream, events);
        loop.catchUp();
    }

    private JsonNode ask(String query) {
        return asking.get("/api/v1/waivers" + query).expect(200).body();
    }

    private List<JsonNode> items(String query) {
        return ask(query).get("items").valueStream().toList();
    }

    private List<String> ids(String query) {
        return items(query).stream().map(item -> item.get("id").asString()).toList();
    }

    private static PartnershipEvent asked(String id, String expiresOn) {
        return new WaiverRequested(
                id, "timing-right", "Soon", at(expiresOn), "ada", null, null, at("2026-02-01"));
    }

    private static PartnershipEvent granted(String id) {
        return new WaiverGranted(id, "Once", "ben", at("2026-02-01"));
    }

    private static PartnershipEvent refused(String id) {
        return new WaiverRefused(id, "No", "ben", at("2026-02-01"));
    }
}
