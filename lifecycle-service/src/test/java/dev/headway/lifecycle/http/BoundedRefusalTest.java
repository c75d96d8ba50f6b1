package dev.headway.lifecycle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.PartnershipOverHttp;
import dev.headway.lifecycle.RunningHeadway;
import dev.headway.testing.Caller;
import dev.headway.testing.DrivenClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A refusal is as short with five thousand open obligations as with five: what the caller gets,
 * what is stored, and what the history and the audit show of it.
 */
class BoundedRefusalTest {

    private static DrivenClock clock;
    private static RunningHeadway headway;
    private static final int OWED = 5_000;
    private static final int SHORT = 6_000;

    /** What a life owes that has taken on one obligation after the other, each in many words. */
    private static final String OBLIGATIONS =
            """
            insert into event (position, version, effective_at, recorded_at, stream, stream_type,
                               event_id, type, revision, payload, metadata)
            select n.first + o, n.last + o, now(), now(), :stream, 'partnership',
                   cast(md5('owed ' || o) as uuid), 'ObligationTaken', '1',
                   json_build_object('obligationId', cast(md5('owed ' || o) as uuid),
                                     'what', 'Escrow ' || o || ' ' || repeat('x', 3900),
                                     'owedTo', 'Globex', 'dueOn', '2027-01-31T00:00:00Z',
                                     'effectiveAt', '2026-03-02T09:00:00Z'),
                   json_build_object('actor', 'manager', 'role', 'MANAGER', 'channel', 'API',
                                     'correlationId', 'owed')
            from   generate_series(1, :owed) as o,
                   (select max(position) as first,
                           max(version) filter (where stream = :stream) as last
                    from   event) as n
            """;

    private static Caller manager;
    private static JdbcClient database;

    @BeforeAll
    static void start() {
        clock = new DrivenClock(Instant.parse("2026-03-02T09:00:00Z"));
        headway = RunningHeadway.startAt(clock);
        manager = headway.as(Role.MANAGER);
        database = headway.superuser();
    }

    @AfterAll
    static void stop() {
        headway.close();
    }

    @Test
    void five_thousand_open_obligations_refuse_an_end_in_few_words() {
        var reef = PartnershipOverHttp.registered(manager, clock, "Reef");
        var owed =
                database.sql(OBLIGATIONS).param("stream", reef.id()).param("owed", OWED).update();
        assertThat(owed).isEqualTo(OWED);

        var refused =
                manager.post(
                        reef.path() + "/transitions",
                        "{\"to\":\"SUNSET\",\"reason\":\"over\",\"reasonCode\":\"END\"}",
                        "If-Match",
                        "*");

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        var unmet = refused.json().at("/unmet");
        assertThat(unmet.size()).isOne();
        assertThat(unmet.at("/0/have").asString())
                .startsWith("5000 open: Escrow 1 xxx")
                .endsWith("4995 more");
        assertThat(bytes(refused.text())).isLessThan(SHORT);
        assertThat(bytes(reef.get("/gate?to=SUNSET").text())).isLessThan(SHORT);
        assertThat(stored(reef.id())).isLessThan(SHORT);
        var told = "kind=MoveRefused";
        var position = Long.toString(refused.position());
        var history = reef.get("/history?order=desc&" + told, "Headway-Position", position);
        assertThat(history.json().at("/items").size()).isOne();
        assertThat(bytes(history.text())).isLessThan(SHORT);
        var audit =
                headway.as(Role.AUDITOR)
                        .get("/api/v1/audit/entries?" + told, "Headway-Position", position);
        assertThat(bytes(audit.text())).isLessThan(SHORT);
    }

    private int stored(String stream) {
        return database.sql(
                        """
                        select octet_length(convert_to(cast(payload as text), 'UTF8'))
                        from   event
                        where  stream = :stream
                        and    type   = 'MoveRefused'
                        """)
                .param("stream", stream)
                .query(Integer.class)
                .single();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
