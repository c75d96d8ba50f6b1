package dev.headway.projections.identity;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.headway.contracts.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * All that somebody of a partner's may call: what is listed here, of the partnerships with their
 * own company, and nothing else. Whatever names one by an id is not there for them unless it is
 * listed and theirs, so that nobody learns by asking what there is.
 */
@Component
final class PartnersReach implements AuthorizationManager<RequestAuthorizationContext> {

    /** What is not about any partnership, or looks for itself whose it is. */
    private static final List<Call> OPEN =
            List.of(
                    new Call(GET, "/api/v1/me"),
                    new Call(POST, "/api/v1/me/password"),
                    new Call(POST, "/api/v1/me/sign-out"),
                    new Call(GET, "/api/v1/shared"),
                    new Call(GET, "/api/v1/shared/{sharedId}"));

    /** What is about the partnership that {@code id} names. */
    private static final List<Call> OF_THEIRS =
            List.of(
                    within(POST, "/steps/{stepId}/completion"),
                    within(POST, "/steps/{stepId}/rescheduling"),
                    within(PUT, "/objectives/{objectiveId}/confirmations/PARTNER"),
                    within(PUT, "/pilot-verdict/confirmation"),
                    within(PUT, "/exit-terms/confirmation"));

    private static final String OF_PARTNER = "ROLE_" + Role.PARTNER.name();

    private final ObjectProvider<SharedPartnerships> shared;
    private final Admission admission;

    PartnersReach(ObjectProvider<SharedPartnerships> shared, Admission admission) {
        this.shared = shared;
        this.admission = admission;
    }

    private record Call(HttpMethod method, PathPattern path) {

        Call(HttpMethod method, String path) {
            this(method, PathPatternParser.defaultInstance.parse(path));
        }

        /** Whoever may ask for something may ask for its headers alone. */
        boolean is(HttpServletRequest request, PathContainer at) {
            var asked = HttpMethod.valueOf(request.getMethod());
            return method.equals(asked.equals(HEAD) ? GET : asked) && path.matches(at);
        }

        Optional<String> id(PathContainer at) {
            var found = path.matchAndExtract(at);
            return found == null
                    ? Optional.empty()
                    : Optional.ofNullable(found.getUriVariables().get("id"));
        }
    }

    private static Call within(HttpMethod method, String path) {
        return new Call(method, "/api/v1/partnerships/{id}" + path);
    }

    /** Whether whoever calls is of a partner. */
    static boolean isCalledByPartner(HttpServletRequest request) {
        return isOfPartner(SecurityContextHolder.getContext().getAuthentication());
    }

    private static boolean isOfPartner(@Nullable Authentication caller) {
        return caller != null
                && caller.getAuthorities().stream()
                        .anyMatch(held -> OF_PARTNER.equals(held.getAuthority()));
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller,
            RequestAuthorizationContext context) {
        var request = context.getRequest();
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        return new AuthorizationDecision(
                OPEN.stream().anyMatch(call -> call.is(request, path))
                        || OF_THEIRS.stream()
                                .filter(call -> call.is(request, path))
                                .flatMap(call -> call.id(path).stream())
                                .anyMatch(id -> isTheirs(id, caller.get())));
    }

    private boolean isTheirs(String partnershipId, @Nullable Authentication caller) {
        if (caller == null || !(caller.getPrincipal() instanceof Actor actor)) {
            return false;
        }
        try {
            var partner = admission.standing(actor.getName()).partnerId();
            return partner != null && shared.getObject().isShared(partnershipId, partner);
        } catch (Admission.StandingUnknownException nobodyCanTell) {
            throw nobodyCanTell;
        } catch (RuntimeException away) {
            throw new Admission.StandingUnknownException(away);
        }
    }
}
