package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.projections.chat.scheduling.Retention;
import dev.headway.projections.personal.PersonalKeys;
import dev.headway.projections.personal.PersonalText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.util.ReflectionTestUtils;

/** What is deleted because of its age, and is not while a legal hold is in force. */
class LegalHoldTest {

    /** One row of each table that is kept for a time, long after that. */
    private static final String OLD =
            """
            insert into idempotency values ('c', 'o', 'k', 'f', 200, '', 0, now() - interval '1 year');
            insert into import_run (import_id, dry_run, started_by, started_by_name, started_at, ignored_columns,
                                    rows, last_seen_at, ended_at)
            values ('old', false, 'mia', 'Mia', now() - interval '1 year', '{}', 1, now() - interval '1 year',
                    now() - interval '1 year');
            insert into import_rejection values ('old', 1, 1, 'k', '[]');
            insert into delivery (delivery_id, channel, alert_ids, payload, status, attempts, composed_at,
                                  next_attempt_at, retry_until, ended_at)
            select gen_random_uuid(), 'team', '{}', '', 'DELIVERED', 1, at, at, at, at
            from   (select now() - interval '1 year' as at) as old;
            insert into delivery_attempt select delivery_id, 1, composed_at from delivery;
            insert into chat_daily_notification values ('team', 'p', current_date - 365);
            insert into alert_change (alert_id, partnership_id, position, changed_at)
            select gen_random_uuid(), 'p', 0, now() - n * interval '1 year' from generate_series(1, 0, -1) as n;
            insert into account values ('old', 'old', 'old@northwind.example', null, false);
            insert into account_link values ('hash', 'old', now() - interval '1 year');
            insert into sign_in_attempt values ('old', 5, now() - interval '1 year', now() - interval '1 year');
            insert into sign_in
            select gen_random_uuid(), 'c', 'old', at, 'hash', at, true, 'uri', 'challenge', null, '{}'
            from   (select now() - interval '1 year' as at) as old;
            insert into refresh_token select 'hash', sign_in_id, signed_in_at, signed_in_at, true from sign_in;
            insert into browser_session values ('id', 'session', 0, 0, 1, 1, 'old')
            """;

    private static final List<String> TABLES =
            List.of(
                    "idempotency where key = 'k'",
                    "import_run",
                    "import_rejection",
                    "delivery",
                    "delivery_attempt",
                    "chat_daily_notification",
                    "alert_change where changed_at < now() - interval '2 days'",
                    "account_link where person_id = 'old'",
                    "sign_in_attempt where attempted = 'old'",
                    "sign_in",
                    "refresh_token",
                    "browser_session");

    @Test
    void nothing_is_deleted_because_of_its_age_while_it_is_in_force() {
        try (var headway = RunningHeadway.start("headway.retention.legal-hold=true")) {
            var database = headway.superuser();
            database.sql(OLD).update();

            deleteWhatIsOld(headway);

            assertThat(TABLES).allSatisfy(rows -> assertThat(count(database, rows)).isOne());
            assertThat(cleaning(headway)).isEqualTo(Scheduled.CRON_DISABLED);
        }
    }

    @Test
    void nobody_is_forgotten_while_it_is_in_force() {
        try (var headway = RunningHeadway.start("headway.retention.legal-hold=true")) {
            var asked =
                    headway.as(Role.ADMIN)
                            .post(
                                    "/api/v1/erasures",
                                    "{\"names\": [\"Ada Okafor\"], \"reason\": \"She asked\"}");
            assertThat(asked.status()).isEqualTo(201);

            var approved =
                    headway.as(Role.APPROVER)
                            .post(
                                    "/api/v1/erasures/%s/approval"
                                            .formatted(asked.json().at("/id").asString()),
                                    "");

            assertThat(approved.status()).isEqualTo(409);
            assertThat(approved.text()).contains("A legal hold is in force");
            assertThat(headway.bean(PersonalKeys.class).find(PersonalText.named("Ada Okafor")))
                    .isPresent();
        }
    }

    @Test
    void without_one_all_of_it_is_deleted() {
        try (var headway = RunningHeadway.start()) {
            var database = headway.superuser();
            database.sql(OLD).update();

            deleteWhatIsOld(headway);
            headway.bean(JdbcIndexedSessionRepository.class).cleanUpExpiredSessions();

            assertThat(TABLES).allSatisfy(rows -> assertThat(count(database, rows)).isZero());
        }
    }

    /** Whatever runs by itself. */
    private static void deleteWhatIsOld(RunningHeadway headway) {
        headway.bean(ScheduledTaskHolder.class)
                .getScheduledTasks()
                .forEach(each -> each.getTask().getRunnable().run());
        headway.bean(Retention.class).apply();
    }

    private static @Nullable Object cleaning(RunningHeadway headway) {
        var sessions = headway.bean(JdbcIndexedSessionRepository.class);
        return ReflectionTestUtils.getField(sessions, "cleanupCron");
    }

    private static long count(JdbcClient database, String rows) {
        return database.sql("select count(*) from " + rows).query(Long.class).single();
    }
}
