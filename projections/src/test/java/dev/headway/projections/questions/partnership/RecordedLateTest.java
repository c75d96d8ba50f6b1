package dev.headway.projections.questions.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipLaunched;
import dev.headway.contracts.PartnershipEvent.PartnershipRegistered;
import dev.headway.contracts.PartnershipEvent.PartnershipScaled;
import dev.headway.contracts.PartnershipEvent.PartnershipSunset;
import dev.headway.contracts.PartnershipEvent.PilotStarted;
import dev.headway.projections.audit.AuditForTests;
import dev.headway.projections.audit.WhoChangedWhat;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.log.InMemoryEventLog;
import dev.headway.projections.processing.ProcessorsForTests;
import dev.headway.projections.querying.QuestionClient;
import dev.headway.projections.questions.carriers.WhoMovedIt;
import dev.headway.projections.questions.portfolio.PortfolioForTests;
import dev.headway.projections.questions.program.WhatDidTheProgramAskFor;
import dev.headway.projections.questions.program.WhatDoesTheProgramAskFor;
import dev.headway.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Real lifecycles, most of which were recorded after they had happened: each is marked so. */
class RecordedLateTest {

    private static final List<String> ASKED =
            List.of("2019-01-01", "2020-04-12", "2021-09-15", "2023-07-01", "2024-10-15");

    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient database = JdbcClient.create(source);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final WhoChangedWhat audit = AuditForTests.over(source);
    private final QuestionClient asking =
            new QuestionClient(
                    source,
                    audit,
                    new WhatIsKnownOfAPartnership(
                            new KnownPartnershipLoader(audit),
                            new WhatDoesTheProgramAskFor(database),
                            new WhatDidTheProgramAskFor(log),
                            PortfolioForTests.beside(database),
                            new WhoMovedIt(audit),
                            Clock.systemUTC(),
                            BusinessCalendar.WEEKDAYS_UTC));
    private final Map<String, List<RecordedLate>> projects = new HashMap<>();

    @BeforeEach
    void happen() throws Exception {
        assumeThat(RecordedLate.files()).allSatisfy(file -> assumeThat(file).exists());
        for (var change : RecordedLate.all()) {
            var before = projects.computeIfAbsent(change.project(), _ -> new ArrayList<>());
            log.recordedAt(change.recordedAt());
            if (before.isEmpty()) {
                log.happened(id(change.project()), registered(change));
            }
            before.add(change);
            log.happened(id(change.project()), moved(change));
        }
        ProcessorsForTests.loop(source, log, audit).catchUp();
    }

    @Test
    void an_entry_says_by_how_many_days_it_is_late() {
        var late = 0;
        for (var project : projects.entrySet()) {
            var entries =
                    ask("/api/v1/partnerships/"
                                    + id(project.getKey())
                                    + "/history?kind=status-change")
                            .get("items");
            for (int each = 0; each < entries.size(); each++) {
                var change = project.getValue().get(each);
                var days = Duration.between(change.effectiveAt(), change.recordedAt()).toDays();
                assertThat(entries.get(each).path("daysLate").asLong(0)).isEqualTo(days);
                late += days > 0 ? 1 : 0;
            }
        }
        assertThat(late).isGreaterThan(50);
    }

    @Test
    void as_of_either_time_stands_what_was_known_then_and_what_had_happened_by_then() {
        var marked = 0;
        for (var day : ASKED) {
            var at = Instant.parse(day + "T00:00:00Z");
            for (var project : projects.keySet()) {
                var path = "/api/v1/partnerships/" + id(project) + "?asOf=" + day + "&asOfTime=";
                var known = stages(project, each -> !each.recordedAt().isAfter(at));
                var happened = stages(project, each -> !each.effectiveAt().isAfter(at));
                assertStage(path + "recorded", known);
                assertStage(path + "effective", happened);
                if (!happened.isEmpty()) {
                    var moves = happened.stream().filter(each -> each.recordedAt().isAfter(at));
                    var told = ask(path + "effective").get("recordedLater");
                    var late = moves.count();
                    assertThat(told.valueStream().filter(RecordedLateTest::isMove))
                            .hasSize((int) late);
                    marked += late > 0 ? 1 : 0;
                }
            }
        }
        assertThat(marked).isGreaterThan(5);
    }

    private void assertStage(String path, List<RecordedLate> changes) {
        var answer = asking.get(path);
        if (changes.isEmpty()) {
            assertThat(answer.status()).isEqualTo(404);
        } else {
            assertThat(answer.expect(200).body().get("stage").asString())
                    .isEqualTo(changes.getLast().stage());
        }
    }

    private List<RecordedLate> stages(String project, Predicate<RecordedLate> when) {
        return projects.getOrDefault(project, List.of()).stream().filter(when).toList();
    }

    private JsonNode ask(String path) {
        return asking.get(path).expect(200).body();
    }

    private static boolean isMove(JsonNode fact) {
        return !fact.get("type").asString().equals("PartnershipRegistered");
    }

    private static String id(String project) {
        return project.replaceAll("[^a-z0-9]+", "-");
    }

    private static PartnershipEvent registered(RecordedLate first) {
        return new PartnershipRegistered(
                id(first.project()),
                first.project(),
                first.project(),
                "TECHNOLOGY",
                null,
                null,
                null,
                first.effectiveAt());
    }

    private static PartnershipEvent moved(RecordedLate change) {
        var at = change.effectiveAt();
        return switch (change.stage()) {
            case "PILOT" -> new PilotStarted(null, at);
            case "LAUNCH" -> new PartnershipLaunched(null, at);
            case "SCALED" -> new PartnershipScaled(null, at);
            default -> new PartnershipSunset(null, "archived", null, at);
        };
    }
}
