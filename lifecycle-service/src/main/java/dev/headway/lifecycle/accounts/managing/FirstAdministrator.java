package dev.headway.lifecycle.accounts.managing;

import dev.headway.contracts.Role;
import dev.headway.contracts.written.MailAddress;
import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.accounts.FirstAdministratorLink;
import dev.headway.lifecycle.accounts.managing.OneTimeLinks.Used;
import dev.headway.lifecycle.accounts.secrets.AccountTable.AccountKey;
import dev.headway.lifecycle.accounts.secrets.LinkTable;
import dev.headway.lifecycle.accounts.secrets.PasswordRules;
import dev.headway.lifecycle.commands.CommandDispatcher;
import dev.headway.lifecycle.commands.Receipt;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.people.PersonCommandResult;
import dev.headway.projections.home.SecretGenerator;
import dev.headway.projections.http.PlainTextDeserializer;
import dev.headway.projections.identity.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * Whoever reads the terminal of a Headway that nobody administers becomes the one who does. As long
 * as somebody can sign in and administer, there is no such link and none is good.
 */
@Component
public class FirstAdministrator implements FirstAdministratorLink {

    private static final Duration LIFE = Duration.ofDays(1);
    private static final int MAX_LENGTH = 200;

    private final Administrators administrators;
    private final MailAddresses mailAddresses;
    private final LinkTable links;
    private final SignInLinks addresses;
    private final SecretGenerator secrets;
    private final CommandDispatcher dispatcher;
    private final IdGenerator ids;
    private final Clock clock;

    FirstAdministrator(
            Administrators administrators,
            MailAddresses mailAddresses,
            LinkTable links,
            SignInLinks addresses,
            SecretGenerator secrets,
            CommandDispatcher dispatcher,
            IdGenerator ids,
            Clock clock) {
        this.administrators = administrators;
        this.mailAddresses = mailAddresses;
        this.links = links;
        this.addresses = addresses;
        this.secrets = secrets;
        this.dispatcher = dispatcher;
        this.ids = ids;
        this.clock = clock;
    }

    /** Beside those given before, which stay good. */
    @Override
    public Optional<String> give() {
        if (administrators.exist()) {
            return Optional.empty();
        }
        var link = secrets.generate();
        links.keepFirst(link, clock.instant().plus(LIFE));
        return Optional.of(addresses.becomeFirst(link));
    }

    /**
     * @param choose keeps the password of the account that was made
     */
    Used become(
            String link,
            String name,
            String email,
            String password,
            Function<String, Used> choose) {
        return administrators.oneAtATime(
                "",
                exist -> {
                    if (exist || !links.isFirst(link, clock.instant())) {
                        return new Used.Gone();
                    }
                    var objection = objection(name, email, password);
                    return objection.isPresent()
                            ? new Used.Unusable(objection.get())
                            : invited(Text.clean(name), MailAddress.clean(email), choose);
                });
    }

    private Used invited(String name, String email, Function<String, Used> choose) {
        var subject = ids.generateId().toString();
        var key =
                mailAddresses.reserve(
                        email,
                        new AccountKey(PersonId.of(PersonId.HEADWAY, subject), subject),
                        true);
        Receipt<PersonCommandResult> receipt =
                dispatcher.send(
                        new InvitePerson(key, name, email, List.of(Role.ADMIN), soon()),
                        RequestContext.headway(ids.generateId().toString()));
        if (receipt.answer() instanceof PersonCommandResult.Refused refused) {
            return new Used.Unusable(refused.why() + ".");
        }
        var used = choose.apply(key.personId());
        if (used instanceof Used.Done) {
            links.spendFirst();
        }
        return used;
    }

    private Instant soon() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(LIFE);
    }

    private static Optional<String> objection(String name, String email, String password) {
        if (!fits(name)) {
            return Optional.of("Say your name, in 200 characters at most.");
        }
        if (!fits(email) || !MailAddress.isOne(MailAddress.clean(email))) {
            return Optional.of("This " + MailAddress.OBJECTION + ".");
        }
        return PasswordRules.objection(password, List.of(name, email))
                .map(objection -> "This password " + objection + ".");
    }

    private static boolean fits(String text) {
        return Text.isVisible(text)
                && text.length() <= MAX_LENGTH
                && PlainTextDeserializer.isPlain(text);
    }
}
