package dev.headway.lifecycle.people.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.people.AccessTokens.AccessToken;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.querying.MayRead;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which tokens did the caller make for scripts? Never with their secrets. */
@RestController
class MyTokensController {

    private final KnownPeople people;
    private final AccessTokenSecrets secrets;
    private final BusinessCalendar calendar;
    private final Clock clock;

    MyTokensController(
            KnownPeople people,
            AccessTokenSecrets secrets,
            BusinessCalendar calendar,
            Clock clock) {
        this.people = people;
        this.secrets = secrets;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Those that were not revoked, in the order they were made.
     *
     * @param items all of them; there are never many
     */
    record MyTokens(List<MyToken> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MyToken(
            String id,
            String name,
            List<Role> roles,
            Instant createdAt,
            Instant expiresOn,
            boolean expired,
            @Nullable Instant lastUsedAt) {}

    @MayRead
    @GetMapping("/api/v1/tokens")
    MyTokens answer(RequestContext context) {
        var tokens = people.tokensOf(context.actor().getName()).all();
        var uses = secrets.lastUses(tokens.stream().map(AccessToken::id).toList());
        var now = clock.instant();
        return new MyTokens(
                tokens.stream()
                        .map(
                                token ->
                                        new MyToken(
                                                token.id(),
                                                token.name(),
                                                token.roles(),
                                                token.createdAt(),
                                                token.expiresOn(),
                                                token.isExpired(now, calendar.zone()),
                                                uses.get(token.id())))
                        .toList());
    }
}
