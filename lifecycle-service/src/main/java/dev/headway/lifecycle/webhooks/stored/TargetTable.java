package dev.headway.lifecycle.webhooks.stored;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of table {@code webhook_target}, whose rows are written once and replaced by others. */
@Component
public class TargetTable {

    /** Longer than any command takes that brings the event a new target waits for. */
    private static final Duration UNUSED = Duration.ofHours(1);

    private final JdbcClient database;
    private final TargetSealing sealing;

    TargetTable(JdbcClient database, TargetSealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    private record Sealed(byte[] url, byte[] secret) {}

    public void store(String targetId, String webhookId, Target target, Instant now) {
        database.sql(
                        """
                        insert into webhook_target (target_id, webhook_id, sealed_url, sealed_secret, created_at)
                        values (:target, :webhook, :url, :secret, :now)
                        """)
                .param("target", targetId)
                .param("webhook", webhookId)
                .param("url", sealing.sealed(target.url(), url(targetId)))
                .param("secret", sealing.sealed(target.secret(), secret(targetId)))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Empty where there is none, or it was sealed under another key than is here. */
    public Optional<Target> find(String targetId) {
        return database.sql(
                        """
                        select sealed_url, sealed_secret
                        from   webhook_target
                        where  target_id = :target
                        """)
                .param("target", targetId)
                .query((row, _) -> new Sealed(row.getBytes(1), row.getBytes(2)))
                .optional()
                .flatMap(row -> opened(row, targetId));
    }

    /** Forgets those of a webhook that none of its events names any more. */
    public void deleteUnused(String webhookId, Collection<String> used, Instant now) {
        database.sql(
                        """
                        delete from webhook_target
                        where  webhook_id  = :webhook
                        and    target_id  <> all(:used)
                        and    created_at  < :before
                        """)
                .param("webhook", webhookId)
                .param("used", used.toArray(String[]::new))
                .param("before", Timestamp.from(now.minus(UNUSED)))
                .update();
    }

    /** Forgets all of a webhook. */
    public void delete(String webhookId) {
        database.sql("delete from webhook_target where webhook_id = :webhook")
                .param("webhook", webhookId)
                .update();
    }

    private Optional<Target> opened(Sealed row, String targetId) {
        return sealing.opened(row.url(), url(targetId))
                .flatMap(
                        url ->
                                sealing.opened(row.secret(), secret(targetId))
                                        .map(secret -> new Target(url, secret)));
    }

    private static String url(String targetId) {
        return "url of " + targetId;
    }

    private static String secret(String targetId) {
        return "secret of " + targetId;
    }
}
