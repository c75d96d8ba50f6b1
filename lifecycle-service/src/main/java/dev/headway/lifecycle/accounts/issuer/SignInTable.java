package dev.headway.lifecycle.accounts.issuer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** The SQL behind {@link SignIns}; of what opens anything it has hashes. */
@Component
class SignInTable {

    private final JdbcClient database;
    private final IdGenerator ids;

    SignInTable(JdbcClient database, IdGenerator ids) {
        this.database = database;
        this.ids = ids;
    }

    /**
     * A sign-in, as one of its secrets found it.
     *
     * @param used whether that secret was used before
     */
    record StoredSignIn(
            String id,
            String client,
            String personId,
            Instant signedInAt,
            String redirectUri,
            String codeChallenge,
            @Nullable String nonce,
            Set<String> scopes,
            boolean used) {}

    void insert(
            AuthorizationQuery query,
            String personId,
            Instant signedInAt,
            String codeHash,
            Instant codeExpiresAt) {
        database.sql(
                        """
                        insert into sign_in (sign_in_id, client_id, person_id, signed_in_at, code_hash,
                                             code_expires_at, code_used, redirect_uri, code_challenge,
                                             nonce, scopes)
                        values (:id, :client, :person, :signedIn, :code,
                                :expires, false, :redirect, :challenge, :nonce, :scopes)
                        """)
                .param("id", ids.generateId())
                .param("client", query.client())
                .param("person", personId)
                .param("signedIn", Timestamp.from(signedInAt))
                .param("code", codeHash)
                .param("expires", Timestamp.from(codeExpiresAt))
                .param("redirect", query.redirectUri())
                .param("challenge", query.codeChallenge())
                .param("nonce", query.nonce())
                .param("scopes", query.scopes().toArray(String[]::new))
                .update();
    }

    Optional<StoredSignIn> ofCode(String hash, Instant now) {
        return database.sql(
                        """
                        select *, code_used as used
                        from   sign_in
                        where  code_hash = :hash
                        and    (code_used or code_expires_at > :now)
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query(SignInTable::signIn)
                .optional();
    }

    Optional<StoredSignIn> ofRefreshToken(String hash, Instant now) {
        return database.sql(
                        """
                        select sign_in.*, refresh_token.used
                        from   sign_in
                        join   refresh_token using (sign_in_id)
                        where  token_hash = :hash
                        and    (refresh_token.used or refresh_token.expires_at > :now)
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query(SignInTable::signIn)
                .optional();
    }

    /** Uses a code or a refresh token up, if nobody was faster. */
    boolean use(String hash) {
        return database.sql(
                                """
                                with code as (
                                    update sign_in set code_used = true
                                    where  code_hash = :hash and not code_used
                                    returning 1),
                                token as (
                                    update refresh_token set used = true
                                    where  token_hash = :hash and not used
                                    returning 1)
                                select (select count(*) from code) + (select count(*) from token)
                                """)
                        .param("hash", hash)
                        .query(Long.class)
                        .single()
                == 1;
    }

    void insertRefreshToken(String signInId, String hash, Instant now, Instant expiresAt) {
        database.sql(
                        """
                        insert into refresh_token (token_hash, sign_in_id, issued_at, expires_at, used)
                        values (:hash, :signIn, :now, :expires, false)
                        """)
                .param("hash", hash)
                .param("signIn", UUID.fromString(signInId))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expiresAt))
                .update();
    }

    /** Ends a sign-in with all that came of it. */
    void delete(String signInId) {
        database.sql("delete from sign_in where sign_in_id = :id")
                .param("id", UUID.fromString(signInId))
                .update();
    }

    private static StoredSignIn signIn(ResultSet row, int number) throws SQLException {
        return new StoredSignIn(
                row.getString("sign_in_id"),
                row.getString("client_id"),
                row.getString("person_id"),
                row.getTimestamp("signed_in_at").toInstant(),
                row.getString("redirect_uri"),
                row.getString("code_challenge"),
                row.getString("nonce"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getBoolean("used"));
    }
}
