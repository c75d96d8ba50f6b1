package dev.headway.lifecycle.http;

import dev.headway.contracts.Channel;
import dev.headway.contracts.Role;
import dev.headway.lifecycle.commands.IdempotentRequest;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.lifecycle.eventstore.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the {@link RequestContext} of the request they answer. */
@Component
class RequestContextResolver implements HandlerMethodArgumentResolver {

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** Longer than any path that leads somewhere; a key is kept together with its path. */
    private static final int MAX_PATH_LENGTH = 500;

    private static final Pattern KEY = Pattern.compile("(\"?)([!#-\\[\\]-~]{1,255})\\1");

    private final IdGenerator ids;

    RequestContextResolver(IdGenerator ids) {
        this.ids = ids;
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
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return new RequestContext(
                caller == null ? "anonymous" : caller.getName(),
                caller == null ? Set.of() : roles(caller),
                Channel.API,
                correlationId(request.getHeader("X-Correlation-Id")),
                null,
                idempotent(request, caller == null ? "" : caller.getName()),
                IfMatchHeader.parse(request.getHeader(HttpHeaders.IF_MATCH)));
    }

    /** Quoted or bare, as the draft standard and as most people write it. */
    private static @Nullable IdempotentRequest idempotent(NativeWebRequest request, String caller) {
        var servlet = request.getNativeRequest(HttpServletRequest.class);
        var key = request.getHeader(FingerprintFilter.KEY);
        if (key == null || servlet == null || !servlet.getMethod().equals("POST")) {
            return null;
        }
        if (servlet.getRequestURI().length() > MAX_PATH_LENGTH) {
            throw Problem.notFound("resource");
        }
        var bare = KEY.matcher(key.strip());
        if (!bare.matches()) {
            throw Problem.badRequest(
                    "Idempotency-Key must be 1 to 255 visible ASCII characters, quoted or bare");
        }
        return new IdempotentRequest(
                new IdempotencyKey(
                        caller, servlet.getMethod() + " " + servlet.getRequestURI(), bare.group(2)),
                FingerprintFilter.fingerprint(servlet));
    }

    private String correlationId(@Nullable String given) {
        return given != null && CORRELATION_ID.matcher(given).matches()
                ? given
                : ids.generateId().toString();
    }

    private static Set<Role> roles(Authentication caller) {
        var granted =
                caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(role -> granted.contains("ROLE_" + role.name()))
                .collect(Collectors.toSet());
    }
}
