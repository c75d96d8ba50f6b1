package dev.headway.lifecycle.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.contracts.PersonEvent.ChatHandle;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.http.Problem;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.querying.MayKnowThemselves;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is calling? */
@RestController
class MeController {

    private final KnownPeople people;

    MeController(KnownPeople people) {
        this.people = people;
    }

    /**
     * The caller.
     *
     * @param roles what the token they call with allows
     * @param chatHandles what chat calls them
     * @param partnerId the company that they are of, or null of our own
     * @param through the service that calls for them, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            String id,
            String name,
            @Nullable String username,
            @Nullable String email,
            List<String> roles,
            String subject,
            String issuer,
            List<ChatHandle> chatHandles,
            @Nullable String partnerId,
            @Nullable String through) {}

    /**
     * @throws Problem 503 when whoever calls could not be kept yet
     */
    @MayKnowThemselves
    @GetMapping("/api/v1/me")
    Me answer(RequestContext context) {
        var actor = context.actor();
        return Optional.ofNullable(actor.id())
                .map(id -> me(id, context))
                .orElseThrow(() -> Problem.unavailable("Who is calling is not known yet"));
    }

    private @Nullable Me me(String id, RequestContext context) {
        var person = people.state(id);
        var known = person.identity();
        return known == null
                ? null
                : new Me(
                        id,
                        known.name(),
                        known.username(),
                        known.email(),
                        context.roles().stream().sorted().map(Role::name).toList(),
                        known.subject(),
                        known.issuer(),
                        person.handles(),
                        person.partnerId(),
                        context.actor().through());
    }
}
