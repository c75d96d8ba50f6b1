package dev.headway.lifecycle.calendars;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.lifecycle.calendars.CalendarLinkTable.CalendarLink;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.RenderedResponse;
import dev.headway.lifecycle.people.PersonCommandResult;
import dev.headway.projections.http.Line;
import dev.headway.projections.http.Problem;
import dev.headway.projections.personal.PersonalText;
import dev.headway.projections.subscriptions.CalendarSecret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The caller's own links: made, listed and revoked. */
@RestController
class CalendarLinkController {

    private static final String LINKS = "/api/v1/calendar-links";

    /** More calendars than anybody has. */
    private static final int MOST = 20;

    private final CalendarLinkTable links;
    private final CommandResponder responder;
    private final PersonalText texts;
    private final IdGenerator ids;
    private final SecureRandom random;
    private final JsonMapper json;
    private final Environment environment;

    CalendarLinkController(
            CalendarLinkTable links,
            CommandResponder responder,
            PersonalText texts,
            IdGenerator ids,
            SecureRandom random,
            JsonMapper json,
            Environment environment) {
        this.links = links;
        this.responder = responder;
        this.texts = texts;
        this.ids = ids;
        this.random = random;
        this.json = json;
        this.environment = environment;
    }

    /**
     * @param everything whether it shows what everybody owns; only what is the caller's otherwise
     */
    record Body(@NotNull @Line String name, @Nullable Boolean everything) {}

    /** All of them; there are never many. */
    record Links(List<CalendarLink> items) {}

    /**
     * What was made.
     *
     * @param url only in the very first answer; a repeated request gets none, since it is kept
     *     nowhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Created(String id, @Nullable String url) {}

    /** The event first, so that there is no link that nobody can read of. */
    @PostMapping(LINKS)
    ResponseEntity<byte[]> create(@Valid @RequestBody Body body, RequestContext context) {
        var personId = inPerson(context);
        var secret = CalendarSecret.random(ids.generateId(), random);
        return responder.<CreateCalendarLink, PersonCommandResult>respondOnce(
                () -> command(secret, personId, body),
                context,
                this::created,
                (command, _) -> Optional.of(shownOnce(secret, command)));
    }

    @GetMapping(LINKS)
    Links list(RequestContext context) {
        return new Links(links.of(context.actor().getName()));
    }

    @DeleteMapping(LINKS + "/{id}")
    ResponseEntity<byte[]> revoke(@PathVariable String id, RequestContext context) {
        var personId = context.actor().getName();
        if (links.of(personId).stream().noneMatch(link -> link.id().equals(id))) {
            return ResponseEntity.ok() // it is gone already
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("{}".getBytes(StandardCharsets.UTF_8));
        }
        var response =
                responder.<PersonCommandResult>respond(
                        new RevokeCalendarLink(personId, id),
                        context,
                        _ -> RenderedResponse.json(HttpStatus.OK, "{}"));
        links.delete(id, personId);
        return response;
    }

    /**
     * @throws Problem 403 when a token or a service asks for one, which would outlive it
     */
    private static String inPerson(RequestContext context) {
        var actor = context.actor();
        if (actor.id() == null || actor.through() != null) {
            throw Problem.forbidden("A link is made by its person, with a token of an issuer");
        }
        return actor.id();
    }

    private CreateCalendarLink command(CalendarSecret secret, String personId, Body body) {
        if (links.of(personId).size() >= MOST) {
            throw tooMany();
        }
        return new CreateCalendarLink(
                personId, secret.linkId(), body.name(), Boolean.TRUE.equals(body.everything()));
    }

    private static Problem tooMany() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "illegal",
                "There are %d links already; revoke one".formatted(MOST));
    }

    private RenderedResponse created(CreateCalendarLink command, PersonCommandResult result) {
        return new RenderedResponse(
                HttpStatus.CREATED.value(),
                MediaType.APPLICATION_JSON_VALUE,
                null,
                LINKS + "/" + command.linkId(),
                json.writeValueAsString(new Created(command.linkId(), null)));
    }

    private String shownOnce(CalendarSecret secret, CreateCalendarLink link) {
        var name = texts.seal(link.personId(), link.name());
        if (!links.store(secret, link.personId(), name, link.everything(), MOST)) {
            throw tooMany();
        }
        var url = origin() + secret.path();
        return json.writeValueAsString(new Created(secret.linkId(), url));
    }

    /** Where people find this Headway, whatever host a request named. */
    private String origin() {
        var configured = environment.getProperty("headway.public-url", "").replaceAll("/+$", "");
        var port = environment.getProperty("server.port", "8080");
        return configured.isBlank()
                ? "http://localhost:" + environment.getProperty("local.server.port", port)
                : configured;
    }
}
