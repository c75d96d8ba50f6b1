package dev.headway.projections.identity;

import dev.headway.contracts.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * For answers that last: whether who was let in would still be let in. Asks what a new call with
 * the same token would ask, which is remembered for a second and costs next to nothing.
 */
@Component
public class LastingAccess {

    private final AuthenticationManager bearers;
    private final Admission admission;
    private final PlainBearerTokenResolver tokens = new PlainBearerTokenResolver();

    LastingAccess(@Qualifier("bearers") AuthenticationManager bearers, Admission admission) {
        this.bearers = bearers;
        this.admission = admission;
    }

    /**
     * Forgets how somebody stood who may do something else now, so that whoever changed it sees
     * with the next call that it holds. Other nodes hear of it within seconds.
     */
    public void changed(String personId) {
        admission.forget(personId);
    }

    /** Somebody who was let in a while ago. */
    @FunctionalInterface
    public interface Holder {

        /** Whether they still are; while nobody can tell, they are. */
        boolean isStillLetIn();
    }

    /**
     * Whoever made a request that was let in.
     *
     * @param caller who they are, or for whom they call
     */
    public Holder holder(HttpServletRequest request, Actor caller) {
        var token = tokens.resolve(request);
        var person = request.getHeader(OnBehalfOfFilter.HEADER) == null ? null : caller.getName();
        return () -> token != null && isLetIn(token, person);
    }

    /**
     * @param person for whom a service calls; null when the bearer calls for themselves
     */
    private boolean isLetIn(String token, @Nullable String person) {
        try {
            var bearer = bearers.authenticate(new BearerTokenAuthenticationToken(token));
            return person == null
                    ? mayRead(bearer.getAuthorities())
                    : isLetIn(person, bearer.getAuthorities());
        } catch (Admission.StandingUnknownException nobodyCanTell) {
            return true;
        } catch (AuthenticationException refused) {
            return false;
        }
    }

    private boolean isLetIn(String person, Collection<? extends GrantedAuthority> service) {
        var standing = admission.standing(person);
        return !standing.disabled()
                && mayRead(
                        Authorities.of(standing.roles()).stream()
                                .filter(service::contains)
                                .toList());
    }

    /** Each of our five roles reads; whoever is of a partner does not follow what happens. */
    private static boolean mayRead(Collection<? extends GrantedAuthority> held) {
        return Authorities.of(Role.OURS).stream().anyMatch(held::contains);
    }
}
