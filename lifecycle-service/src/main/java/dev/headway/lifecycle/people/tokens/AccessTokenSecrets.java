package dev.headway.lifecycle.people.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hashes of tokens, and when each was used last, in table {@code access_token}. */
@Component
class AccessTokenSecrets {

    /** Use is noted no more often than this, by each node. */
    static final Duration USE_NOTED_AFTER = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Clock clock;

    AccessTokenSecrets(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is kept of one.
     *
     * @param hash of its secret, SHA-256
     */
    record Stored(String personId, byte[] hash) {}

    void store(AccessTokenSecret token, String personId) {
        database.sql(
                        """
                        insert into access_token (token_id, person_id, secret_hash)
                        values (:token, :person, :hash)
                        on conflict (token_id) do nothing
                        """)
                .param("token", token.tokenId())
                .param("person", personId)
                .param("hash", token.hash())
                .update();
    }

    Optional<Stored> find(String tokenId) {
        return database.sql(
                        "select person_id, secret_hash from access_token where token_id = :token")
                .param("token", tokenId)
                .query(
                        (row, _) ->
                                new Stored(row.getString("person_id"), row.getBytes("secret_hash")))
                .optional();
    }

    /** It is of no use any more. */
    void forget(String tokenId) {
        database.sql("delete from access_token where token_id = :token")
                .param("token", tokenId)
                .update();
    }

    void noteUse(String tokenId) {
        var now = clock.instant();
        database.sql(
                        """
                        update access_token
                        set    used_at  = :now
                        where  token_id = :token
                        and    (used_at is null or used_at < :before)
                        """)
                .param("token", tokenId)
                .param("now", utc(now))
                .param("before", utc(now.minus(USE_NOTED_AFTER)))
                .update();
    }

    /** When each was used last; those that never were are not in it. */
    Map<String, Instant> lastUses(Collection<String> tokenIds) {
        return database
                .sql(
                        """
                        select token_id, used_at
                        from   access_token
                        where  token_id = any(:tokens)
                        and    used_at is not null
                        """)
                .param("tokens", tokenIds.toArray(String[]::new))
                .query(
                        (row, _) ->
                                Map.entry(
                                        row.getString("token_id"),
                                        row.getObject("used_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
