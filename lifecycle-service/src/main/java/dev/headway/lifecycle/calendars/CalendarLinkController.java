package dev.headway.lifecycle.calendars;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.lifecycle.calendars.CalendarLinkTable.CalendarLink;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.http.CommandResponder;
import dev.headway.lifecycle.http.Line;
import dev.headway.lifecycle.http.Problem;
import dev.headway.lifecycle.http.RenderedResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
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
    private final IdGenerator ids;
    private final SecureRandom random;
    private final JsonMapper json;
    private final Environment environment;

    CalendarLinkController(
            CalendarLinkTable links,
            CommandResponder responder,
            IdGenerator ids,
            SecureRandom random,
            JsonMapper json,
            Environment environment) {
        this.links = links;
        this.responder = responder;
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

    @PostMapping(LINKS)
    ResponseEntity<byte[]> create(@Valid @RequestBody Body body, RequestContext context) {
        var personId = inPerson(context);
        var secret = CalendarSecret.random(ids.generateId(), random);
        var response = responder.once(context, () -> created(secret, personId, body));
        return isAbout(secret, response) ? shownOnce(secret, response) : response;
    }

    @GetMapping(LINKS)
    Links list(RequestContext context) {
        return new Links(links.of(context.actor().getName()));
    }

    @DeleteMapping(LINKS + "/{id}")
    Map<String, String> revoke(@PathVariable String id, RequestContext context) {
        links.delete(id, context.actor().getName());
        return Map.of();
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

    private RenderedResponse created(CalendarSecret secret, String personId, Body body) {
        var everything = Boolean.TRUE.equals(body.everything());
        if (!links.store(secret, personId, body.name(), everything, MOST)) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "illegal",
                    "There are %d links already; revoke one".formatted(MOST));
        }
        return new RenderedResponse(
                HttpStatus.CREATED.value(),
                MediaType.APPLICATION_JSON_VALUE,
                null,
                LINKS + "/" + secret.linkId(),
                json.writeValueAsString(new Created(secret.linkId(), null)));
    }

    /** Another one was made when this request came before. */
    private boolean isAbout(CalendarSecret secret, ResponseEntity<byte[]> response) {
        return response.getStatusCode() == HttpStatus.CREATED
                && json.readValue(response.getBody(), Created.class).id().equals(secret.linkId());
    }

    private ResponseEntity<byte[]> shownOnce(
            CalendarSecret secret, ResponseEntity<byte[]> response) {
        var url = origin() + CalendarFeedController.PATH + secret.segment() + ".ics";
        return ResponseEntity.status(response.getStatusCode())
                .headers(response.getHeaders())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(json.writeValueAsBytes(new Created(secret.linkId(), url)));
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
