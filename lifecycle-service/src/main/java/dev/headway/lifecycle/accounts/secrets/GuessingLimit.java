package dev.headway.lifecycle.accounts.secrets;

import dev.headway.contracts.written.MailAddress;
import dev.headway.projections.home.Secret;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long whoever guesses an account's password from one address has to wait: not at all for the
 * first few wrong ones, then a second that doubles with each, up to a minute. What is tried before
 * the wait is over is not looked at and makes nothing longer. Each address waits for itself, so
 * that whoever guesses from another one costs the right person nothing. An attempt counts before it
 * is looked at, so that many at once are many. Counted in the database, for all nodes, and
 * forgotten after an hour.
 */
@Component
public class GuessingLimit {

    private static final int FREE = 5;

    /** With how many failures the wait is the longest there is. */
    private static final int LONGEST_AT = 12;

    /** Whoever has not been guessed at for so long is a beginner again. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final JdbcClient database;
    private final Clock clock;

    GuessingLimit(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is to become of an attempt.
     *
     * @param isOpen whether its password may be looked at
     * @param failures how many there are if it is wrong
     * @param waitUntil when the next one may come, if it is wrong or may not be looked at
     */
    public record Attempt(boolean isOpen, int failures, Instant waitUntil) {

        /** Whether the wait is longer than the one before. */
        public boolean grows() {
            return isOpen && failures > FREE && failures <= LONGEST_AT;
        }
    }

    /** Stands for addresses of which there is no account, a few thousand for all there are. */
    public static String ofNobody(String email) {
        return "nobody-" + Secret.hash(MailAddress.folded(email)).substring(0, 4);
    }

    /**
     * Counts an attempt as wrong until {@link #succeeded} says otherwise.
     *
     * @param attempted a person's id, or {@link #ofNobody}
     * @param address from where
     */
    public Attempt begin(String attempted, String address) {
        return begin(key(attempted, address));
    }

    private static String key(String attempted, String address) {
        return attempted + " " + Secret.hash(address).substring(0, 8);
    }

    private Attempt begin(String attempted) {
        var now = clock.instant();
        return database.sql(
                        """
                        insert into sign_in_attempt as known (attempted, failures, last_at, wait_until)
                        values (:attempted, 1, :now, :now)
                        on conflict (attempted) do update
                        set    failures   = case when known.last_at < :forgotten then 1
                                                 else known.failures + 1 end,
                               last_at    = :now,
                               wait_until = cast(:now as timestamptz)
                                          + case when known.last_at < :forgotten or known.failures < :free
                                                 then interval '0'
                                                 else least(interval '1 minute',
                                                            interval '1 second'
                                                            * power(2, least(known.failures - :free, 6)))
                                            end
                        where  known.wait_until <= :now
                        returning true as is_open, failures, wait_until
                        """)
                .param("attempted", attempted)
                .param("now", Timestamp.from(now))
                .param("forgotten", Timestamp.from(now.minus(FORGOTTEN_AFTER)))
                .param("free", FREE)
                .query(Attempt.class)
                .optional()
                .orElseGet(() -> new Attempt(false, 0, waitUntil(attempted)));
    }

    private Instant waitUntil(String attempted) {
        return database.sql("select wait_until from sign_in_attempt where attempted = :attempted")
                .param("attempted", attempted)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElseGet(clock::instant);
    }

    /** It was the right one: whoever guesses begins anew. */
    public void succeeded(String attempted, String address) {
        database.sql("delete from sign_in_attempt where attempted = :attempted")
                .param("attempted", key(attempted, address))
                .update();
    }

    void deleteForgotten(Instant now) {
        database.sql("delete from sign_in_attempt where last_at < :before")
                .param("before", Timestamp.from(now.minus(FORGOTTEN_AFTER)))
                .update();
    }
}
