package dev.headway.split.gateway;

import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What is asked of the gateway itself: whether it is ready, which it is while there is a node of
 * each kind. Health and metrics of nodes are asked of them, and not through the gateway.
 */
final class OwnAnswers extends Handler.Wrapper {

    private static final String OPERATIONS = "/actuator";

    private final List<Nodes> kinds;

    OwnAnswers(Handler others, List<Nodes> kinds) {
        super(others);
        this.kinds = kinds;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var path = Request.getPathInContext(request);
        if (path.equals(ReadinessProbe.PATH)) {
            if (kinds.stream().allMatch(Nodes::isAnyReady)) {
                response.setStatus(HttpStatus.OK_200);
                callback.succeeded();
            } else {
                GatewayProblem.NO_NODE.write(response, callback);
            }
            return true;
        }
        if (path.equals(OPERATIONS) || path.startsWith(OPERATIONS + "/")) {
            GatewayProblem.NOT_HERE.write(response, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }
}
