package dev.headway.lifecycle.webhooks.stored;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of table {@code webhook}. */
@Component
public class ProgressTable {

    /** Longer than any command takes. */
    private static final Duration UNUSED = Duration.ofHours(1);

    private static final String OUTCOME =
            """
            update webhook
            set    leased_until = null,
                   %s
            where  webhook_id = :webhook
            and    attempt    = :attempt
            """;

    private final JdbcClient database;

    ProgressTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Makes room for one, before its first event: what has no row is sent nothing.
     *
     * @return false where there are as many as there may be
     */
    public boolean register(String webhookId, int most, Instant now) {
        return database.sql(
                                        """
                                insert into webhook (webhook_id, created_at, next_attempt_at)
                                select :webhook, :now, :now
                                where  (select count(*) from webhook where webhook_id <> :webhook) < :most
                                on conflict (webhook_id) do nothing
                                """)
                                .param("webhook", webhookId)
                                .param("most", most)
                                .param("now", Timestamp.from(now))
                                .update()
                        == 1
                || find(webhookId).isPresent();
    }

    /** All there are, by their names. */
    public List<Progress> all() {
        return database.sql("select * from webhook order by webhook_id").query(Progress::of).list();
    }

    public Optional<Progress> find(String webhookId) {
        return database.sql("select * from webhook where webhook_id = :webhook")
                .param("webhook", webhookId)
                .query(Progress::of)
                .optional();
    }

    /** One that nobody else looks at, locked for the rest of the transaction. */
    public Optional<Progress> lock(String webhookId) {
        return database.sql(
                        """
                        select *
                        from   webhook
                        where  webhook_id = :webhook
                        for update skip locked
                        """)
                .param("webhook", webhookId)
                .query(Progress::of)
                .optional();
    }

    /** It is looked at anew, since its events say something else than before. */
    public void follow(Progress progress, WebhookState state, Instant now) {
        database.sql(
                        """
                        update webhook
                        set    version         = :version,
                               run             = :run,
                               position        = :position,
                               sending_to      = case when :run = run then sending_to end,
                               failures        = 0,
                               failing_since   = null,
                               next_attempt_at = :now
                        where  webhook_id      = :webhook
                        """)
                .param("webhook", progress.webhookId())
                .param("version", state.version())
                .param("run", state.run())
                .param("position", progress.positionIn(state))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A request is about to be made, which nobody else makes until the lease is over. */
    public void begin(
            String webhookId, long revision, long sendingTo, long attempt, Instant leasedUntil) {
        database.sql(
                        """
                        update webhook
                        set    revision     = :revision,
                               sending_to   = :to,
                               attempt      = :attempt,
                               leased_until = :until
                        where  webhook_id   = :webhook
                        """)
                .param("webhook", webhookId)
                .param("revision", revision)
                .param("to", sendingTo)
                .param("attempt", attempt)
                .param("until", Timestamp.from(leasedUntil))
                .update();
    }

    /** There was nothing for it up to a position. */
    public void pass(String webhookId, long position) {
        database.sql("update webhook set position = :position where webhook_id = :webhook")
                .param("webhook", webhookId)
                .param("position", position)
                .update();
    }

    /** It has taken what was under way. */
    public void delivered(String webhookId, long attempt, Instant now) {
        database.sql(
                        OUTCOME.formatted(
                                """
                                position          = coalesce(sending_to, position),
                                sending_to        = null,
                                failures          = 0,
                                failing_since     = null,
                                next_attempt_at   = :now,
                                last_delivered_at = :now
                                """))
                .param("webhook", webhookId)
                .param("attempt", attempt)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * It has not, and is tried again.
     *
     * @param failingSince since when it fails; null for what is no fault of its
     */
    public void failed(
            String webhookId,
            long attempt,
            String why,
            @Nullable Instant failingSince,
            Instant next,
            Instant now) {
        database.sql(
                        OUTCOME.formatted(
                                """
                                failures        = failures + 1,
                                failing_since   = cast(:since as timestamptz),
                                next_attempt_at = :next,
                                last_failure    = :why,
                                last_failure_at = :now
                                """))
                .param("webhook", webhookId)
                .param("attempt", attempt)
                .param("why", why)
                .param("since", failingSince == null ? null : Timestamp.from(failingSince))
                .param("next", Timestamp.from(next))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Room that was made for one whose first event never came. */
    public void deleteNeverSubscribed(String webhookId, Instant now) {
        database.sql("delete from webhook where webhook_id = :webhook and created_at < :before")
                .param("webhook", webhookId)
                .param("before", Timestamp.from(now.minus(UNUSED)))
                .update();
    }

    /** It is there no more. */
    public void delete(String webhookId) {
        database.sql("delete from webhook where webhook_id = :webhook")
                .param("webhook", webhookId)
                .update();
    }
}
