package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.Channel;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.accounts.secrets.LinkTable;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.people.PersonCommandResult;
import dev.headway.projections.identity.Actor;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.people.PersonState.Identity;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.IdGenerator;

/** Uses one-time links, each once: whoever has one chooses a password. */
@Component
public class OneTimeLinks {

    private final LinkTable links;
    private final FirstAdministrator first;
    private final Passwords passwords;
    private final KnownPeople people;
    private final CommandDispatcher dispatcher;
    private final TransactionOperations transactions;
    private final IdGenerator ids;
    private final Clock clock;

    OneTimeLinks(
            LinkTable links,
            FirstAdministrator first,
            Passwords passwords,
            KnownPeople people,
            CommandDispatcher dispatcher,
            TransactionOperations transactions,
            IdGenerator ids,
            Clock clock) {
        this.links = links;
        this.first = first;
        this.passwords = passwords;
        this.people = people;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of a link. */
    public sealed interface Used {

        /**
         * @param personId who has a password now, and has just shown that they may have it
         */
        record Done(String personId) implements Used {}

        /** The link is good as before, what was typed beside it is not. */
        record Unusable(String why) implements Used {}

        /** There is no such link, or not any more. */
        record Gone() implements Used {}
    }

    /** The first password of somebody who was invited, or the next one after a reset. */
    public Used choosePassword(String link, String password) {
        return Objects.requireNonNull(
                transactions.execute(
                        _ ->
                                links.hold(link, clock.instant())
                                        .map(person -> chosen(person, password))
                                        .orElseGet(Used.Gone::new)));
    }

    /** Makes whoever has read the terminal the first administrator. */
    public Used becomeFirst(String link, String name, String email, String password) {
        return first.become(link, name, email, password, person -> chosen(person, password));
    }

    /**
     * The event first, then the password, then the link: whatever is lost in between, the link is
     * good for another try.
     */
    private Used chosen(String personId, String password) {
        var objection = passwords.objection(personId, password);
        if (objection.isPresent()) {
            return new Used.Unusable("This password " + objection.get() + ".");
        }
        var person = people.state(personId);
        if (!person.account().exists() || person.disabled() || person.identity() == null) {
            return new Used.Gone();
        }
        var known = person.identity();
        var request = ids.generateId().toString();
        Receipt<PersonCommandResult> receipt =
                dispatcher.send(
                        new SetPassword(personId),
                        new RequestContext(
                                new Actor(known.subject(), personId, known.name(), null),
                                roles(known),
                                Channel.CONSOLE,
                                request,
                                request,
                                null,
                                null,
                                null));
        return switch (receipt.answer()) {
            case PersonCommandResult.NotDone _ -> new Used.Gone();
            case PersonCommandResult.Done _ -> {
                passwords.keep(personId, password);
                links.spend(personId);
                yield new Used.Done(personId);
            }
        };
    }

    private static Set<Role> roles(Identity person) {
        return person.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
    }
}
