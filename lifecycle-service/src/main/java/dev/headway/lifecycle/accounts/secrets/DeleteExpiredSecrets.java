package dev.headway.lifecycle.accounts.secrets;

import dev.headway.projections.retention.LegalHold;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away what opens nothing any more. */
@Component
class DeleteExpiredSecrets {

    private final LinkTable links;
    private final GuessingLimit guesses;
    private final JdbcClient database;
    private final Clock clock;
    private final LegalHold hold;

    DeleteExpiredSecrets(
            LinkTable links,
            GuessingLimit guesses,
            JdbcClient database,
            Clock clock,
            LegalHold hold) {
        this.links = links;
        this.guesses = guesses;
        this.database = database;
        this.clock = clock;
        this.hold = hold;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void deleteExpired() {
        hold.unlessInForce(this::delete);
    }

    private void delete() {
        var now = clock.instant();
        links.deleteExpired(now);
        guesses.deleteForgotten(now);
        // a used token is kept as long as its family, to notice that somebody uses it again
        database.sql(
                        """
                        delete from sign_in
                        where  code_expires_at < :now
                        and    not exists (select from refresh_token
                                           where  refresh_token.sign_in_id = sign_in.sign_in_id
                                           and    refresh_token.expires_at > :now)
                        """)
                .param("now", Timestamp.from(now))
                .update();
    }
}
