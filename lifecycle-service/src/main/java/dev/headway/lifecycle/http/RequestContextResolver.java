package dev.headway.lifecycle.http;

import dev.headway.contracts.Channel;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.identity.Actor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the {@link RequestContext} of the request they answer. */
@Component
class RequestContextResolver implements HandlerMethodArgumentResolver {

    /** By their authorities. */
    private static final Map<String, Role> ROLES =
            Arrays.stream(Role.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    role -> "ROLE_" + role.name(), role -> role));

    /** As the embedded issuer knows the console. */
    private static final String CONSOLE = "console";

    private final IdGenerator ids;
    private final Set<String> consoles;

    /**
     * @param console as an issuer of one's own knows the console
     */
    RequestContextResolver(
            IdGenerator ids,
            @Value("${headway.console.client-id:headway-console}") String console) {
        this.ids = ids;
        this.consoles = Stream.of(CONSOLE, console).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RequestContext.class;
    }

    @Override
    public RequestContext resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var reading = reading(request);
        return new RequestContext(
                reading.actor(),
                reading.roles(),
                reading.channel(),
                reading.correlationId(),
                reading.requestId(),
                null,
                IdempotencyKeyHeader.read(request, reading.actor().getName()),
                IfMatchHeader.parse(request.getHeader(HttpHeaders.IF_MATCH)));
    }

    /** Of a request that is done once, and by nobody's version. */
    RequestContext reading(WebRequest request) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        var named = RequestIds.of(request, ids);
        return new RequestContext(
                actor(caller),
                caller == null ? Set.of() : roles(caller),
                channel(caller),
                named.correlationId(),
                named.requestId(),
                null,
                null,
                null);
    }

    private static Actor actor(@Nullable Authentication caller) {
        return caller != null && caller.getPrincipal() instanceof Actor actor
                ? actor
                : Actor.named("anonymous");
    }

    /** The door: the application to which the token was given (RFC 9068, OpenID Connect). */
    private Channel channel(@Nullable Authentication caller) {
        return caller instanceof JwtAuthenticationToken token
                        && Stream.of("client_id", "azp")
                                .map(token.getToken()::getClaimAsString)
                                .anyMatch(each -> each != null && consoles.contains(each))
                ? Channel.CONSOLE
                : Channel.API;
    }

    private static Set<Role> roles(Authentication caller) {
        var roles = EnumSet.noneOf(Role.class);
        for (var authority : caller.getAuthorities()) {
            var role = ROLES.get(String.valueOf(authority.getAuthority()));
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }
}
