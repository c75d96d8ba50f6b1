package dev.headway.split.gateway;

import static org.eclipse.jetty.http.HttpStatus.SERVICE_UNAVAILABLE_503;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Response.CompleteListener;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes requests on to a node and its answer back, as both come. Another node is asked when this
 * one could not be reached, turned the request away because it shuts down, or left before the first
 * byte of an answer and the request may be done twice.
 */
final class Forwarding extends ProxyHandler.Reverse {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

    /** Larger bodies are passed on as they come, and once. */
    private static final int KEPT = 1 << 20;

    /** A stream says something every 15 seconds; an import that is waited for takes minutes. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    /**
     * Shorter than a node keeps a connection that nobody uses, so that it is not the one to end it.
     */
    private static final Duration CONNECTION_IDLE = Duration.ofSeconds(10);

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 1024;

    private final Routes routes;
    private final Map<NodeKind, Nodes> nodes;

    Forwarding(Routes routes, Map<NodeKind, Nodes> nodes) {
        super(request -> ((Attempt) request).target());
        this.routes = routes;
        this.nodes = nodes;
        setViaHost("headway");
    }

    @Override
    protected void configureHttpClient(HttpClient http) {
        super.configureHttpClient(http);
        http.setConnectTimeout(CONNECTING.toMillis());
        http.setIdleTimeout(CONNECTION_IDLE.toMillis());
        http.setMaxConnectionsPerDestination(CONNECTIONS);
        http.setUserAgentField(null);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var kind = routes.kindOf(request.getMethod(), Request.getPathInContext(request));
        var ofKind = nodes.get(kind);
        if (ofKind == null) {
            throw new IllegalStateException("No nodes of kind " + kind);
        }
        var length = request.getLength();
        if (length > 0 && length <= KEPT) {
            Content.Source.asByteBufferAsync(request, KEPT)
                    .whenComplete(
                            (body, failure) -> {
                                if (failure == null) {
                                    attempt(
                                            new Exchange(request, body, ofKind),
                                            response,
                                            callback);
                                } else {
                                    callback.failed(failure);
                                }
                            });
        } else {
            attempt(new Exchange(request, null, ofKind), response, callback);
        }
        return true;
    }

    private void attempt(Exchange exchange, Response response, Callback callback) {
        var node = exchange.next();
        if (node == null) {
            GatewayProblem.NO_NODE.write(response, callback);
            return;
        }
        node.begun();
        super.handle(new Attempt(exchange, node), response, callback);
    }

    @Override
    protected org.eclipse.jetty.client.Request newProxyToServerRequest(
            Request request, HttpURI target) {
        return super.newProxyToServerRequest(request, target)
                .idleTimeout(SILENCE.toMillis(), TimeUnit.MILLISECONDS)
                // not when they have been: an answer, or none, may come before that is told
                .onRequestHeaders(_ -> ((Attempt) request).sent());
    }

    /** In the words that the nodes' server knows. */
    @Override
    protected void addForwardedHeader(Request request, org.eclipse.jetty.client.Request passedOn) {
        var scheme = request.isSecure() ? "https" : "http";
        var host = request.getHeaders().get(HttpHeader.HOST);
        passedOn.headers(
                headers -> {
                    headers.put("X-Forwarded-For", Request.getRemoteAddr(request));
                    headers.put("X-Forwarded-Proto", scheme);
                    if (host != null) {
                        headers.put("X-Forwarded-Host", host);
                        headers.put(
                                "X-Forwarded-Port", String.valueOf(Request.getServerPort(request)));
                    }
                });
    }

    @Override
    protected CompleteListener newServerToProxyResponseListener(
            Request request,
            org.eclipse.jetty.client.Request passedOn,
            Response response,
            Callback callback) {
        return new Answer((Attempt) request, passedOn, response, callback);
    }

    @Override
    protected void onServerToProxyResponseFailure(
            Request request,
            org.eclipse.jetty.client.Request passedOn,
            org.eclipse.jetty.client.Response answer,
            Response response,
            Callback callback,
            Throwable failure) {
        if (response.isCommitted()) {
            // half an answer: the client must not take it for a whole one
            callback.failed(failure);
        } else if (failure instanceof TimeoutException) {
            GatewayProblem.SILENT.write(response, callback);
        } else {
            GatewayProblem.LEFT.write(response, callback);
        }
    }

    /** Passed back to the client, or forgotten and asked of another node. */
    private final class Answer extends ProxyResponseListener {

        private final Attempt attempt;
        private final Response response;
        private final Callback callback;
        private boolean begun;
        private boolean turnedAway;

        Answer(
                Attempt attempt,
                org.eclipse.jetty.client.Request passedOn,
                Response response,
                Callback callback) {
            super(attempt, passedOn, response, callback);
            this.attempt = attempt;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public void onBegin(org.eclipse.jetty.client.Response answer) {
            begun = true;
            super.onBegin(answer);
        }

        @Override
        public void onHeaders(org.eclipse.jetty.client.Response answer) {
            turnedAway = isTurningAway(answer) && attempt.isWhole();
            if (!turnedAway) {
                super.onHeaders(answer);
            }
        }

        @Override
        public void onContent(
                org.eclipse.jetty.client.Response answer, Content.Chunk chunk, Runnable demander) {
            if (turnedAway) {
                demander.run();
            } else {
                super.onContent(answer, chunk, demander);
            }
        }

        @Override
        public void onSuccess(org.eclipse.jetty.client.Response answer) {
            if (!turnedAway) {
                super.onSuccess(answer);
            }
        }

        @Override
        public void onComplete(Result result) {
            attempt.node().ended();
            var left = !begun && isGone(result.getFailure()) && !attempt.hasClientLeft();
            if (turnedAway || left) {
                attempt.node().found(false);
            }
            if (turnedAway || (left && attempt.mayBeRepeated())) {
                LOG.debug("{} did not answer; asking another", attempt.node());
                Forwarding.this.attempt(attempt.exchange(), response, callback);
            } else {
                super.onComplete(result);
            }
        }

        private static boolean isGone(@Nullable Throwable failure) {
            return failure != null && !(failure instanceof TimeoutException);
        }

        /**
         * What a server says that shuts down and does not hand requests to Headway any more; each
         * 503 of Headway itself says why, in a body.
         */
        private static boolean isTurningAway(org.eclipse.jetty.client.Response answer) {
            return answer.getStatus() == SERVICE_UNAVAILABLE_503
                    && answer.getHeaders()
                            .contains(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString())
                    && answer.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) <= 0;
        }
    }
}
