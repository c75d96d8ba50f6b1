package dev.headway.projections.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * As it is by default, but without an expression for every header of every request; and what can be
 * said only once may not be said twice, for one of the two would be passed over.
 */
final class SingleValueHeaderFirewall extends StrictHttpFirewall {

    private static final List<String> SINGLE_VALUE_HEADERS =
            List.of(
                    "Authorization",
                    "Content-Type",
                    "Headway-On-Behalf-Of",
                    "Idempotency-Key",
                    "If-Match",
                    "Headway-Position");

    SingleValueHeaderFirewall() {
        setAllowedHeaderValues(SingleValueHeaderFirewall::hasNoControlCharacters);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        SINGLE_VALUE_HEADERS.forEach(header -> requireOnce(request, header));
        return super.getFirewalledRequest(request);
    }

    private static void requireOnce(HttpServletRequest request, String header) {
        var values = request.getHeaders(header);
        if (values.hasMoreElements()) {
            values.nextElement();
            if (values.hasMoreElements()) {
                throw new RequestRejectedException("More than one " + header);
            }
        }
    }

    /** Assigned characters and tabs, and nothing that controls. */
    private static boolean hasNoControlCharacters(@Nullable String value) {
        return value == null
                || value.codePoints()
                        .allMatch(
                                each ->
                                        each == '\t'
                                                || Character.isDefined(each)
                                                        && !Character.isISOControl(each));
    }
}
