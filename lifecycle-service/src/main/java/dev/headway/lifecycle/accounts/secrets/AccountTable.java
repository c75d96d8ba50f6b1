package dev.headway.lifecycle.accounts.secrets;

import dev.headway.contracts.written.MailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts there are, and the hashes of their passwords. */
@Component
public class AccountTable {

    private final JdbcClient database;

    AccountTable(JdbcClient database) {
        this.database = database;
    }

    /** The keys of an account: of the person in the directory, and of the tokens. */
    public record AccountKey(String personId, String subject) {}

    /**
     * @param passwordHash null until they choose one
     */
    public record StoredAccount(String personId, @Nullable String passwordHash) {}

    /**
     * A place for an account with this mail address. Where an earlier invitation has one, or failed
     * half way, it is that.
     *
     * @param wanted taken where there is none yet
     */
    public AccountKey reserve(String email, AccountKey wanted, boolean administers) {
        return database.sql(
                        """
                        insert into account (person_id, subject, email, administers)
                        values (:person, :subject, :email, :administers)
                        on conflict (email) do update
                        set    administers = account.administers or excluded.administers
                        returning person_id, subject
                        """)
                .param("person", wanted.personId())
                .param("subject", wanted.subject())
                .param("email", MailAddress.folded(email))
                .param("administers", administers)
                .query(AccountKey.class)
                .single();
    }

    /** By the mail address that somebody signs in with, however it is written. */
    public Optional<StoredAccount> find(String email) {
        return database.sql(
                        """
                        select   person_id, password_hash
                        from     account
                        where    email in (:written, :email)
                        order by email = :written desc
                        limit    1
                        """)
                .param("email", MailAddress.folded(email))
                .param("written", asBefore(email))
                .query(StoredAccount.class)
                .optional();
    }

    public Optional<StoredAccount> ofPerson(String personId) {
        return database.sql(
                        "select person_id, password_hash from account where person_id = :person")
                .param("person", personId)
                .query(StoredAccount.class)
                .optional();
    }

    public void setPassword(String personId, String hash) {
        database.sql("update account set password_hash = :hash where person_id = :person")
                .param("hash", hash)
                .param("person", personId)
                .update();
    }

    /** Said before it becomes true, so that whoever asks never misses one. */
    public void mayAdminister(String personId) {
        database.sql("update account set administers = true where person_id = :person")
                .param("person", personId)
                .update();
    }

    /** Everybody who administers, and some who did. */
    public List<String> administrators() {
        return database.sql("select person_id from account where administers order by person_id")
                .query((row, _) -> row.getString("person_id"))
                .list();
    }

    /** Accounts that are older than {@link MailAddress} are kept, and found, under this. */
    private static String asBefore(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
