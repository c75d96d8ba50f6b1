package dev.headway.lifecycle.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.projections.log.EventLog;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One action on many: the same gates, a row for each, once under a key. */
class BulkOverHttpTest {

    private static final String BULK = "/api/v1/bulk";
    private static RunningHeadway headway;
    private static Caller manager;

    @BeforeAll
    static void start() {
        headway = RunningHeadway.start();
        manager = headway.as(Role.MANAGER);
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void each_meets_its_own_gate_and_is_told_so_in_its_row() {
        var ready = registered("Bulk ready").readyForPilot();
        var bare = registered("Bulk bare");

        var report = act("MOVE", ids(ready.id(), bare.id(), "nobody"), "{'to':'PILOT'}", "").json();

        assertThat(outcomes(report)).containsExactly("DONE", "REFUSED", "REJECTED");
        assertThat(report.at("/rows/0/stage").asString()).isEqualTo("PILOT");
        assertThat(report.at("/rows/1/unmet").size()).isEqualTo(3);
        assertThat(report.at("/rows/2/error").asString()).contains("no such partnership");
        assertThat(List.of(report.at("/done").asInt(), report.at("/refused").asInt()))
                .containsExactly(1, 1);
    }

    @Test
    void a_dry_run_tells_the_same_and_stores_nothing() {
        var ready = registered("Dry ready").readyForPilot();
        var bare = registered("Dry bare");
        var head = head();

        var report =
                act("MOVE", ids(ready.id(), bare.id()), "{'to':'PILOT'}", "?dryRun=true").json();

        assertThat(outcomes(report)).containsExactly("DONE", "REFUSED");
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void a_filter_finds_whom_it_is_about_just_after_they_were_written() {
        registered("Filtered one");
        registered("Filtered two");
        var filter = "'filter':{'q':'filtered','stage':['PROSPECT','PILOT'],'stepsSecured':false}";
        var step = "{'title':'Call','owner':'Ada','side':'OURS','dueOn':'2999-01-01'}";

        var report = act("PLAN_STEP", filter, step, "").json();

        assertThat(outcomes(report)).containsExactly("DONE", "DONE");
        assertThat(errors(act("PLAN_STEP", "'filter':{'stage':'NONE'}", step, "")))
                .containsExactly("/filter/stage");
        assertThat(errors(act("PLAN_STEP", "'filter':{'sort':'name'}", step, "")))
                .containsExactly("/filter/sort");
    }

    @Test
    void the_same_key_does_it_once_and_goes_on_where_it_broke_off() {
        var one = registered("Keyed one");
        var two = registered("Keyed two");
        var body = "{'title':'Call','owner':'Ada','side':'OURS','dueOn':'2999-01-01'}";
        var first = act("PLAN_STEP", ids(one.id(), two.id()), body, "", "Idempotency-Key", "k1");
        var again = act("PLAN_STEP", ids(one.id(), two.id()), body, "", "Idempotency-Key", "k1");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(openSteps(one)).isEqualTo(1);

        headway.bean(JdbcClient.class)
                .sql("delete from idempotency where key = 'k1' and operation not like '%?%'")
                .update(); // as if it had broken off before it was answered
        var resumed = act("PLAN_STEP", ids(one.id(), two.id()), body, "", "Idempotency-Key", "k1");

        assertThat(outcomes(resumed.json())).containsExactly("DONE", "DONE");
        assertThat(openSteps(one)).isEqualTo(1);
    }

    @Test
    void what_was_found_by_a_filter_stays_found_when_the_call_goes_on() {
        registered("Moving one").readyForPilot();
        var filter = "'filter':{'q':'moving one','stage':'PROSPECT'}";
        act("MOVE", filter, "{'to':'PILOT'}", "", "Idempotency-Key", "k2");
        headway.bean(JdbcClient.class)
                .sql("delete from idempotency where key = 'k2' and operation not like '%?%'")
                .update();

        var resumed = act("MOVE", filter, "{'to':'PILOT'}", "", "Idempotency-Key", "k2");

        assertThat(outcomes(resumed.json())).containsExactly("DONE");
    }

    @Test
    void owners_and_parking_change_by_the_commands_for_one() {
        var reef = registered("Handed reef");
        var handed = act("HAND_OVER", ids(reef.id()), "{'owner':'Mara','reason':'New region'}", "");
        var parked =
                act("PARK", ids(reef.id()), "{'until':'2999-01-01','reason':'They merge'}", "");

        assertThat(outcomes(handed.json())).containsExactly("DONE");
        assertThat(outcomes(parked.json())).containsExactly("DONE");
        var known = manager.get(reef.path(), "Headway-Position", head()).json();
        assertThat(known.at("/owner").asString()).isEqualTo("Mara");
        assertThat(known.at("/parking/reason").asString()).isEqualTo("They merge");
        assertThat(
                        outcomes(
                                act(
                                                "HAND_OVER",
                                                ids(reef.id()),
                                                "{'owner':'Mara','reason':'Again'}",
                                                "")
                                        .json()))
                .containsExactly("UNCHANGED");
    }

    @Test
    void what_is_wrong_is_told_where_it_is_and_too_many_are_refused() {
        assertThat(errors(act("MOVE", ids("a"), "{'to':'NOWHERE'}", "")))
                .containsExactly("/body/to");
        assertThat(errors(act("MOVE", ids("a"), "{}", ""))).containsExactly("/body/to");
        assertThat(errors(act("PARK", ids("a"), "[]", ""))).containsExactly("/body");
        assertThat(errors(act("MOVE", "'ids':[]", "{'to':'PILOT'}", ""))).containsExactly("/ids");
        var many =
                Collections.nCopies(1_001, "'x'").stream()
                        .collect(Collectors.joining(",", "'ids':[", "]"));
        assertThat(errors(act("MOVE", many, "{'to':'PILOT'}", ""))).containsExactly("/ids");
        assertThat(act("MOVE", ids("a"), "{'to':'PILOT'}", "?dryRun=maybe").status())
                .isEqualTo(400);
        assertThat(headway.as(Role.ADMIN).post(BULK, "{}").status()).isEqualTo(403);
        assertThat(headway.as(Role.AUDITOR).post(BULK, "{}").status()).isEqualTo(403);
    }

    private static Answered act(
            String action, String which, String body, String query, String... headers) {
        return manager.post(
                BULK + query,
                "{'action':'%s',%s,'body':%s}".formatted(action, which, body).replace('\'', '"'),
                headers);
    }

    private static String ids(String... ids) {
        return "'ids':['" + String.join("','", ids) + "']";
    }

    private static List<String> outcomes(JsonNode report) {
        return report.at("/rows").valueStream().map(row -> row.at("/outcome").asString()).toList();
    }

    private static List<String> errors(Answered answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json()
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/pointer").asString())
                .toList();
    }

    private static int openSteps(PartnershipOverHttp reef) {
        return manager.get(reef.path() + "/next-steps", "Headway-Position", head())
                .json()
                .at("/open")
                .size();
    }

    private static PartnershipOverHttp registered(String name) {
        return PartnershipOverHttp.registered(manager, headway.bean(Clock.class), name);
    }

    private static String head() {
        return Long.toString(headway.bean(EventLog.class).head());
    }
}
