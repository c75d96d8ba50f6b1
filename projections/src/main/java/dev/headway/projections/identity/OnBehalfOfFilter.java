package dev.headway.projections.identity;

import dev.headway.contracts.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a service that is trusted to do so call for a person, named by {@code Headway-On-Behalf-Of}:
 * the call is the person's, through the service, with no role that one of the two lacks. Issuers
 * that say so in the token (RFC 8693, {@code act}) need no such header.
 */
final class OnBehalfOfFilter extends OncePerRequestFilter {

    static final String HEADER = "Headway-On-Behalf-Of";

    private final Set<String> trusted;
    private final Admission admission;
    private final SecurityProblemHandler problems;

    /**
     * @param trusted subjects, or ids in the directory, of the services that may do this
     */
    OnBehalfOfFilter(List<String> trusted, Admission admission, SecurityProblemHandler problems) {
        this.trusted = Set.copyOf(trusted);
        this.admission = admission;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var service = SecurityContextHolder.getContext().getAuthentication();
        var personId = request.getHeader(HEADER);
        if (service == null || !(service.getPrincipal() instanceof Actor actor)) {
            chain.doFilter(request, response);
        } else if (!isTrusted(actor)) {
            problems.forbidden(request, response, "The caller may not call for somebody else");
        } else {
            var person = person(personId, actor, service);
            if (person.isEmpty()) {
                problems.forbidden(request, response, "Nobody can be called for under that id");
                return;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(person.get());
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        }
    }

    /** One that is called for itself calls for nobody else. */
    private boolean isTrusted(Actor actor) {
        return actor.through() == null
                && (trusted.contains(actor.subject()) || trusted.contains(actor.getName()));
    }

    private Optional<Authentication> person(
            String personId, Actor service, Authentication authentication) {
        var standing = admission.standing(personId);
        var person = standing.person();
        if (person == null || standing.disabled()) {
            return Optional.empty();
        }
        return Optional.of(
                UsernamePasswordAuthenticationToken.authenticated(
                        new Actor(person.subject(), personId, person.name(), service.subject()),
                        null,
                        common(standing.roles(), authentication)));
    }

    private static List<GrantedAuthority> common(List<Role> roles, Authentication service) {
        var granted = new HashSet<GrantedAuthority>(service.getAuthorities());
        return Authorities.of(roles).stream().filter(granted::contains).toList();
    }
}
