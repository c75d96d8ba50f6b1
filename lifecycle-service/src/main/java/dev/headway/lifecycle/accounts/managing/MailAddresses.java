package dev.headway.lifecycle.accounts.managing;

import dev.headway.lifecycle.accounts.secrets.AccountTable;
import dev.headway.lifecycle.accounts.secrets.AccountTable.AccountKey;
import dev.headway.lifecycle.commands.OneAtATime;
import dev.headway.projections.http.Problem;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who has which mail address. Addresses are given to people one at a time, on all nodes, since each
 * of them has a stream of their own and two of them could be given the same.
 */
@Component
class MailAddresses {

    /** Of the advisory lock; nobody else takes it. */
    private static final long LOCK = 0x4865616477617904L;

    private final AccountTable accounts;
    private final OneAtATime oneAtATime;

    MailAddresses(AccountTable accounts, JdbcClient database, TransactionOperations transactions) {
        this.accounts = accounts;
        this.oneAtATime = new OneAtATime(LOCK, database, transactions);
    }

    /** As {@link AccountTable#reserve}, while nobody else gets an address. */
    AccountKey reserve(String email, AccountKey wanted, boolean administers) {
        return oneAtATime.run(() -> accounts.reserve(email, wanted, administers));
    }

    /** Does something while nobody else gets an address. */
    <T> T oneAtATime(Supplier<T> work) {
        return oneAtATime.run(work);
    }

    /**
     * @throws Problem 409 when somebody else has this address
     */
    void requireFree(String email, String personId) {
        if (accounts.find(email).filter(it -> !it.personId().equals(personId)).isPresent()) {
            throw Problem.of(HttpStatus.CONFLICT, "illegal", InvitePerson.TAKEN.why());
        }
    }
}
