package dev.headway.lifecycle.accounts.managing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.lifecycle.accounts.secrets.LinkTable;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.people.PersonCommand;
import dev.headway.lifecycle.people.PersonCommandResult;
import dev.headway.projections.home.SecretGenerator;
import dev.headway.projections.http.Problem;
import dev.headway.projections.identity.LastingAccess;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.people.PersonState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends a command about an account on its way and says over HTTP what came of it. */
@Component
class AccountResponses {

    private final CommandResponder responder;
    private final KnownPeople people;
    private final LastingAccess access;
    private final LinkTable links;
    private final SignInLinks addresses;
    private final SecretGenerator secrets;
    private final JsonMapper json;

    AccountResponses(
            CommandResponder responder,
            KnownPeople people,
            LastingAccess access,
            LinkTable links,
            SignInLinks addresses,
            SecretGenerator secrets,
            JsonMapper json) {
        this.responder = responder;
        this.people = people;
        this.access = access;
        this.links = links;
        this.addresses = addresses;
        this.secrets = secrets;
        this.json = json;
    }

    /** A person after a command about how they get in. */
    record AccountBody(
            String id, String name, @Nullable String email, List<String> roles, boolean disabled) {}

    /**
     * What an administrator hands on to whoever the account is for.
     *
     * @param link null in a repeated answer, since it is kept nowhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkBody(String id, @Nullable String link, Instant linkExpiresAt) {}

    /**
     * The id of a person as it is stored.
     *
     * @throws Problem 404 when nobody has it
     */
    String known(String given) {
        try {
            var id = UUID.fromString(given).toString();
            if (people.state(id).identity() != null) {
                return id;
            }
        } catch (IllegalArgumentException _) {
            // no id of anybody
        }
        throw Problem.notFound("person");
    }

    /**
     * @throws Problem 409 where somebody has no account of Headway's own
     */
    void requireKept(String personId) {
        if (!people.state(personId).account().exists()) {
            throw Problem.of(HttpStatus.CONFLICT, "illegal", AccountCommand.NOT_KEPT.why());
        }
    }

    ResponseEntity<byte[]> to(PersonCommand command, RequestContext context) {
        var response =
                responder.<PersonCommandResult>respond(
                        command,
                        context,
                        result ->
                                render(
                                        command.personId(),
                                        result,
                                        HttpStatus.OK,
                                        person -> body(command.personId(), person)));
        access.changed(command.personId());
        return response;
    }

    /** Answers with a link that is good once the command is done, and only in the first answer. */
    ResponseEntity<byte[]> withLink(
            Supplier<? extends PersonCommand> asked,
            RequestContext context,
            HttpStatus status,
            Instant expiresAt) {
        return withLink(asked, _ -> {}, context, status, expiresAt);
    }

    /**
     * The same, where something has to be kept before the link can be good.
     *
     * @param kept done once the command is, and before there is a link
     */
    ResponseEntity<byte[]> withLink(
            Supplier<? extends PersonCommand> asked,
            Consumer<PersonCommand> kept,
            RequestContext context,
            HttpStatus status,
            Instant expiresAt) {
        return responder.<PersonCommand, PersonCommandResult>respondOnce(
                asked::get,
                context,
                (command, result) ->
                        render(
                                command.personId(),
                                result,
                                status,
                                _ -> new LinkBody(command.personId(), null, expiresAt)),
                (command, result) ->
                        switch (result) {
                            case PersonCommandResult.Done _ -> {
                                kept.accept(command);
                                yield Optional.of(newLink(command.personId(), expiresAt));
                            }
                            case PersonCommandResult.NotDone _ -> Optional.empty();
                        });
    }

    private String newLink(String personId, Instant expiresAt) {
        var link = secrets.generate();
        links.keep(personId, link, expiresAt);
        return json.writeValueAsString(
                new LinkBody(personId, addresses.choosePassword(link), expiresAt));
    }

    private interface Body {
        Object of(PersonState person);
    }

    private RenderedResponse render(
            String personId, PersonCommandResult result, HttpStatus done, Body body) {
        var self = "/api/v1/people/" + personId;
        return switch (result) {
            case PersonCommandResult.Done it ->
                    new RenderedResponse(
                            done.value(),
                            MediaType.APPLICATION_JSON_VALUE,
                            null,
                            done == HttpStatus.CREATED ? self : null,
                            json.writeValueAsString(body.of(it.person())));
            case PersonCommandResult.Refused refused -> {
                var problem = Problem.detail(HttpStatus.CONFLICT, "illegal", refused.why());
                problem.setInstance(URI.create(self));
                yield new RenderedResponse(
                        problem.getStatus(),
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        null,
                        null,
                        json.writeValueAsString(problem));
            }
            case PersonCommandResult.NotDone not -> throw not.problem();
        };
    }

    private static AccountBody body(String personId, PersonState person) {
        var known = requireNonNull(person.identity());
        return new AccountBody(
                personId, known.name(), known.email(), known.roles(), person.disabled());
    }
}
