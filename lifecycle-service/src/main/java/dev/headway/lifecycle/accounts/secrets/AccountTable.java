package dev.headway.lifecycle.accounts.secrets;

import dev.headway.contracts.written.MailAddress;
import dev.headway.projections.personal.PersonalText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which accounts there are, and the hashes of their passwords. Mail addresses are kept as keyed
 * hashes, by which whoever signs in is found.
 */
@Component
public class AccountTable {

    private final JdbcClient database;
    private final PersonalText texts;

    AccountTable(JdbcClient database, PersonalText texts) {
        this.database = database;
        this.texts = texts;
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
                .param("email", index(MailAddress.folded(email)))
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
                .param("email", index(MailAddress.folded(email)))
                .param("written", index(asBefore(email)))
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

    /** Has somebody found by another mail address from now on, and by the one before no more. */
    public void readdress(String personId, String email) {
        database.sql("update account set email = :email where person_id = :person")
                .param("email", index(MailAddress.folded(email)))
                .param("person", personId)
                .update();
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

    /**
     * Has addresses that were kept as they are written kept as their keyed hashes. Done at every
     * start, before anybody signs in; there is something to do at the first one alone.
     */
    @EventListener(ApplicationStartedEvent.class)
    void sealAddresses() {
        var written =
                database.sql("select person_id, email from account where email like '%@%'")
                        .query(
                                (row, _) ->
                                        List.of(row.getString("person_id"), row.getString("email")))
                        .list();
        for (var account : written) {
            database.sql("update account set email = :email where person_id = :person")
                    .param("email", index(account.getLast()))
                    .param("person", account.getFirst())
                    .update();
        }
    }

    private String index(String email) {
        return texts.index("mail " + email);
    }

    /** Accounts that are older than {@link MailAddress} are kept, and found, under this. */
    private static String asBefore(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
