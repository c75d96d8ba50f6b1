package dev.headway.lifecycle.accounts.managing;

import dev.headway.lifecycle.accounts.secrets.LinkTable;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.people.KnownPeople;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody, disabled and enabled again. */
@RestController
class DisableAccountController {

    private final AccountResponses responses;
    private final Administrators administrators;
    private final LinkTable links;
    private final KnownPeople people;

    DisableAccountController(
            AccountResponses responses,
            Administrators administrators,
            LinkTable links,
            KnownPeople people) {
        this.responses = responses;
        this.administrators = administrators;
        this.links = links;
        this.people = people;
    }

    record Body(@Nullable @Size(max = 4000) String reason) {}

    @PostMapping("/api/v1/people/{id}/disabling")
    ResponseEntity<byte[]> disable(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable Body body,
            RequestContext context) {
        var person = responses.known(id);
        var reason = body == null ? null : body.reason();
        var byThemselves = person.equals(context.actor().id());
        var answer =
                administrators.oneAtATime(
                        person,
                        others ->
                                responses.to(
                                        new DisableAccount(person, reason, others, byThemselves),
                                        context));
        if (people.state(person).disabled()) { // and not enabled again, long after a first call
            links.spend(person);
        }
        return answer;
    }

    @PostMapping("/api/v1/people/{id}/enabling")
    ResponseEntity<byte[]> enable(@PathVariable String id, RequestContext context) {
        return responses.to(new EnableAccount(responses.known(id)), context);
    }
}
