package dev.headway.lifecycle.webhooks.managing;

import dev.headway.projections.http.Problem;
import java.util.List;
import java.util.regex.Pattern;

/** How webhooks are called: as whoever subscribes them likes, in what is the same everywhere. */
final class WebhookNames {

    static final String PATH = "/api/v1/webhooks/";

    /** The id of a partnership, in the one spelling that events have it in. */
    static final String PARTNERSHIP = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private WebhookNames() {}

    /**
     * @throws Problem 400 for what none may be called
     */
    static void require(String id) {
        if (!NAME.matcher(id).matches()) {
            throw Problem.invalid(
                    List.of(
                            new Problem.FieldError(
                                    "", "A webhook's id is 1 to 63 of a-z, 0-9 and -")));
        }
    }

    /**
     * @throws Problem 404 for what none can be called
     */
    static String known(String id) {
        if (!NAME.matcher(id).matches()) {
            throw Problem.notFound("webhook");
        }
        return id;
    }
}
