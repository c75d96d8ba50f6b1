package dev.headway.lifecycle.people.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.people.CreateAccessToken;
import dev.headway.lifecycle.people.PersonCommandResult;
import dev.headway.lifecycle.people.RevokeAccessToken;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.home.SecretGenerator;
import dev.headway.projections.http.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tokens with which scripts call for the caller: made and revoked. */
@RestController
class AccessTokenController {

    private final CommandResponder responder;
    private final AccessTokenSecrets secrets;
    private final IdGenerator ids;
    private final SecretGenerator generator;
    private final BusinessCalendar calendar;
    private final JsonMapper json;

    AccessTokenController(
            CommandResponder responder,
            AccessTokenSecrets secrets,
            IdGenerator ids,
            SecretGenerator generator,
            BusinessCalendar calendar,
            JsonMapper json) {
        this.responder = responder;
        this.secrets = secrets;
        this.ids = ids;
        this.generator = generator;
        this.calendar = calendar;
        this.json = json;
    }

    record Body(
            @NotBlank @Size(max = 200) String name,
            @NotEmpty(message = "choose at least one role") @Size(max = 5)
                    List<@NotNull Role> roles,
            @NotNull Instant expiresOn) {}

    /**
     * What was made.
     *
     * @param token only in the very first answer; a repeated request gets none, since it is kept
     *     nowhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Created(String id, @Nullable String token) {}

    @PostMapping("/api/v1/tokens")
    ResponseEntity<byte[]> create(@Valid @RequestBody Body body, RequestContext context) {
        var personId = inPerson(context);
        return responder.<CreateAccessToken, PersonCommandResult>respondOnce(
                () ->
                        new CreateAccessToken(
                                personId,
                                ids.generateId().toString(),
                                body.name(),
                                body.roles(),
                                body.expiresOn(),
                                calendar.zone()),
                context,
                this::created,
                this::shownOnce);
    }

    @DeleteMapping("/api/v1/tokens/{id}")
    ResponseEntity<byte[]> revoke(@PathVariable String id, RequestContext context) {
        var response =
                responder.<PersonCommandResult>respond(
                        new RevokeAccessToken(context.actor().getName(), id),
                        context,
                        AccessTokenController::revoked);
        secrets.forget(id);
        return response;
    }

    /**
     * @throws Problem 403 when a token or a service asks for another one
     */
    private static String inPerson(RequestContext context) {
        var actor = context.actor();
        if (actor.id() == null || actor.through() != null) {
            throw Problem.forbidden("A token is made by its person, with a token of an issuer");
        }
        return actor.id();
    }

    private RenderedResponse created(CreateAccessToken command, PersonCommandResult result) {
        return switch (result) {
            case PersonCommandResult.Done _ ->
                    new RenderedResponse(
                            HttpStatus.CREATED.value(),
                            MediaType.APPLICATION_JSON_VALUE,
                            null,
                            "/api/v1/tokens/" + command.tokenId(),
                            json.writeValueAsString(new Created(command.tokenId(), null)));
            case PersonCommandResult.NotDone not -> throw not.problem();
        };
    }

    private static RenderedResponse revoked(PersonCommandResult result) {
        return switch (result) {
            case PersonCommandResult.Done _ -> RenderedResponse.json(HttpStatus.OK, "{}");
            case PersonCommandResult.NotDone not -> throw not.problem();
        };
    }

    private Optional<String> shownOnce(CreateAccessToken command, PersonCommandResult result) {
        return switch (result) {
            case PersonCommandResult.Done _ -> {
                var token = new AccessTokenSecret(command.tokenId(), generator.generate());
                secrets.store(token, command.personId());
                yield Optional.of(
                        json.writeValueAsString(new Created(command.tokenId(), token.token())));
            }
            case PersonCommandResult.NotDone _ -> Optional.empty();
        };
    }
}
