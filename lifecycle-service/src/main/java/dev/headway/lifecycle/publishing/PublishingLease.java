package dev.headway.lifecycle.publishing;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which node publishes, by the database's clock. A lease and no lock: a lock stays with a process
 * that was stopped where it stood, and with one that was killed while its statement ran.
 */
final class PublishingLease {

    private static final String TAKE =
            """
            update publishing
            set    epoch  = epoch + 1,
                   holder = :holder,
                   until  = clock_timestamp() + :lease * interval '1 millisecond'
            where  until  < clock_timestamp()
            or     holder = :holder
            returning epoch
            """;

    private static final String RENEW =
            """
            update publishing
            set    until = clock_timestamp() + :lease * interval '1 millisecond'
            where  epoch = :epoch
            """;

    private static final String RELEASE =
            """
            update publishing
            set    until = '-infinity'
            where  epoch = :epoch
            """;

    private final JdbcClient jdbc;
    private final Duration lease;
    private final String holder;

    /**
     * @param holder this process, and no other
     */
    PublishingLease(DataSource database, Duration lease, String holder) {
        this.jdbc = JdbcClient.create(database);
        this.lease = lease;
        this.holder = holder;
    }

    /** A new epoch; empty while another node holds the lease. */
    Optional<Long> take() {
        return jdbc.sql(TAKE)
                .param("holder", holder)
                .param("lease", lease.toMillis())
                .query(Long.class)
                .optional();
    }

    /**
     * @throws LeaseLostException if another node holds it by now
     */
    void renew(long epoch) {
        var renewed = jdbc.sql(RENEW).param("epoch", epoch).param("lease", lease.toMillis());
        if (renewed.update() == 0) {
            throw new LeaseLostException(epoch);
        }
    }

    /**
     * That nobody has taken it over, however long ago it should have been renewed: so whatever
     * another node decides comes after whatever was read before this.
     *
     * @throws LeaseLostException if somebody has
     */
    void requireMine(long epoch) {
        if (jdbc.sql("select epoch from publishing").query(Long.class).single() != epoch) {
            throw new LeaseLostException(epoch);
        }
    }

    /** The next one need not wait until it is over. */
    void release(long epoch) {
        jdbc.sql(RELEASE).param("epoch", epoch).update();
    }
}
