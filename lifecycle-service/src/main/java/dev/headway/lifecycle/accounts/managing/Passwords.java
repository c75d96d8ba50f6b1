package dev.headway.lifecycle.accounts.managing;

import dev.headway.lifecycle.accounts.secrets.AccountTable;
import dev.headway.lifecycle.accounts.secrets.AccountTable.StoredAccount;
import dev.headway.lifecycle.accounts.secrets.GuessingLimit;
import dev.headway.lifecycle.accounts.secrets.PasswordHashing;
import dev.headway.lifecycle.accounts.secrets.PasswordRules;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.http.Problem;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.personal.PersonalText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Compares passwords with those that are kept, slowly for whoever guesses, and keeps new ones. */
@Component
public class Passwords {

    private final AccountTable accounts;
    private final GuessingLimit limit;
    private final PasswordHashing hashing;
    private final KnownPeople people;
    private final CommandDispatcher dispatcher;
    private final PersonalText texts;
    private final IdGenerator ids;
    private final Clock clock;

    Passwords(
            AccountTable accounts,
            GuessingLimit limit,
            PasswordHashing hashing,
            KnownPeople people,
            CommandDispatcher dispatcher,
            PersonalText texts,
            IdGenerator ids,
            Clock clock) {
        this.accounts = accounts;
        this.limit = limit;
        this.hashing = hashing;
        this.people = people;
        this.dispatcher = dispatcher;
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of a password that somebody gave. */
    public sealed interface Checked {

        record Right(String personId) implements Checked {}

        record Wrong() implements Checked {}

        /** It was not looked at: whoever guesses waits. */
        record Waits(Duration rest) implements Checked {

            Problem problem() {
                var seconds = Math.max(1, rest.plusMillis(999).toSeconds());
                var problem =
                        Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-requests",
                                "Too many wrong passwords; the next one may come in %d s"
                                        .formatted(seconds));
                problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
                return problem;
            }
        }
    }

    /** The password of somebody who is known already. */
    Checked check(String personId, String password, String address) {
        return check(accounts.ofPerson(personId).orElse(null), personId, password, address);
    }

    /** The password of whoever signs in with a mail address; the same where there is no account. */
    public Checked signIn(String email, String password, String address) {
        var account = accounts.find(email).orElse(null);
        return check(
                account,
                account == null ? GuessingLimit.ofNobody(email) : account.personId(),
                password,
                address);
    }

    private Checked check(
            @Nullable StoredAccount account, String attempted, String password, String address) {
        var attempt = limit.begin(attempted, address);
        if (!attempt.isOpen()) {
            return new Checked.Waits(Duration.between(clock.instant(), attempt.waitUntil()));
        }
        var hash = account == null ? null : account.passwordHash();
        if (hashing.matches(password, hash) && account != null && isOpen(account.personId())) {
            limit.succeeded(attempted, address);
            return new Checked.Right(account.personId());
        }
        if (account != null && attempt.grows()) {
            record(account.personId(), attempt.failures(), attempt.waitUntil());
        }
        return new Checked.Wrong();
    }

    private boolean isOpen(String personId) {
        return people.state(personId).account().isOpen();
    }

    private void record(String personId, int failures, Instant waitUntil) {
        dispatcher.send(
                new RefuseSignIns(personId, failures, waitUntil),
                RequestContext.headway(ids.generateId().toString()));
    }

    /** What is wrong with a new password of theirs, as a sentence; empty when it will do. */
    Optional<String> objection(String personId, String password) {
        var known = people.state(personId).identity();
        return PasswordRules.objection(
                password,
                known == null
                        ? List.of()
                        : Stream.of(known.name(), known.email())
                                .filter(Objects::nonNull)
                                .map(texts::open)
                                .toList());
    }

    void keep(String personId, String password) {
        accounts.setPassword(personId, hashing.hash(password));
    }
}
