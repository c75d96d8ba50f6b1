package dev.headway.split.gateway;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client and the nodes that it has been sent to: one, if all goes well.
 *
 * @param request as the client sent it
 * @param kept its body, to be sent more than once; null if it is passed on as it comes
 * @param nodes those that can answer
 * @param tried those that it was sent to
 */
record Exchange(Request request, @Nullable ByteBuffer kept, Nodes nodes, List<Node> tried) {

    /** What only a proxy may say, and nobody in front of the gateway is one. */
    private static final Set<String> OF_PROXIES =
            Set.of(
                    "forwarded",
                    "x-real-ip",
                    "x-forwarded-for",
                    "x-forwarded-host",
                    "x-forwarded-port",
                    "x-forwarded-prefix",
                    "x-forwarded-proto",
                    // the gateway has asked for the body itself
                    "expect");

    /** These have an effect each time they are done. */
    private static final Set<String> ONCE = Set.of("POST", "PATCH");

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int ROUNDS = 2;

    Exchange(Request request, @Nullable ByteBuffer kept, Nodes nodes) {
        this(request, kept, nodes, new ArrayList<>());
    }

    /**
     * The node to send it to now: each of them twice, since one that ended the connections that
     * nobody used is well. Null if there is none.
     */
    @Nullable Node next() {
        var all = nodes.all().size();
        if (tried.size() == ROUNDS * all) {
            return null;
        }
        var node = nodes.next(tried.subList(tried.size() / all * all, tried.size()));
        if (node != null) {
            tried.add(node);
        }
        return node;
    }

    /** Whether it may be done twice: Headway answers a key again, and does not act again. */
    boolean isRepeatable() {
        return !ONCE.contains(request.getMethod())
                || request.getHeaders().contains(IDEMPOTENCY_KEY);
    }

    HttpFields headers() {
        var passedOn = HttpFields.build();
        for (var field : request.getHeaders()) {
            if (!OF_PROXIES.contains(field.getLowerCaseName())) {
                passedOn.add(field);
            }
        }
        return passedOn.asImmutable();
    }
}
