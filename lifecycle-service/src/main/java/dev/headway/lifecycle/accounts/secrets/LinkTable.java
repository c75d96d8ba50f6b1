package dev.headway.lifecycle.accounts.secrets;

import dev.headway.projections.home.Secret;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links, by their hashes. */
@Component
public class LinkTable {

    private final JdbcClient database;

    LinkTable(JdbcClient database) {
        this.database = database;
    }

    /** The link of an account, in the place of the one before. */
    public void keep(String personId, Secret link, Instant expiresAt) {
        database.sql(
                        """
                        insert into account_link (link_hash, person_id, expires_at)
                        values (:hash, :person, :expires)
                        on conflict (person_id) do update
                        set    link_hash  = excluded.link_hash,
                               expires_at = excluded.expires_at
                        """)
                .param("hash", link.hash())
                .param("person", personId)
                .param("expires", Timestamp.from(expiresAt))
                .update();
    }

    /** A link for whoever becomes the first administrator, beside those that were given before. */
    public void keepFirst(Secret link, Instant expiresAt) {
        database.sql("insert into account_link (link_hash, expires_at) values (:hash, :expires)")
                .param("hash", link.hash())
                .param("expires", Timestamp.from(expiresAt))
                .update();
    }

    /**
     * Whose link it is, held until the transaction ends, so that nobody else uses it meanwhile.
     *
     * @return empty when there is no such link, or not any more
     */
    public Optional<String> hold(String presented, Instant now) {
        return database.sql(
                        """
                        select     person_id
                        from       account_link
                        where      link_hash = :hash
                        and        expires_at > :now
                        and        person_id is not null
                        for update
                        """)
                .param("hash", Secret.hash(presented))
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional();
    }

    /** Whether it is a link for the first administrator. */
    public boolean isFirst(String presented, Instant now) {
        return database.sql(
                                """
                                select count(*)
                                from   account_link
                                where  link_hash = :hash
                                and    expires_at > :now
                                and    person_id is null
                                """)
                        .param("hash", Secret.hash(presented))
                        .param("now", Timestamp.from(now))
                        .query(Long.class)
                        .single()
                > 0;
    }

    public void spend(String personId) {
        database.sql("delete from account_link where person_id = :person")
                .param("person", personId)
                .update();
    }

    /** All links for the first administrator: there is one now. */
    public void spendFirst() {
        database.sql("delete from account_link where person_id is null").update();
    }

    void deleteExpired(Instant now) {
        database.sql("delete from account_link where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
