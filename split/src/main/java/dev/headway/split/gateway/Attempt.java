package dev.headway.split.gateway;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** One sending of a request to one node: the client's request, as that node is to see it. */
final class Attempt extends Request.Wrapper {

    private final Exchange exchange;
    private final Node node;
    private final HttpFields headers;
    private final Content.@Nullable Source kept;
    private volatile boolean hasBegunToRead;
    private volatile boolean sent;
    private volatile boolean clientLeft;

    Attempt(Exchange exchange, Node node) {
        super(exchange.request());
        this.exchange = exchange;
        this.node = node;
        this.headers = exchange.headers();
        var body = exchange.kept();
        this.kept = body == null ? null : new ByteBufferContentSource(body.slice());
    }

    Exchange exchange() {
        return exchange;
    }

    Node node() {
        return node;
    }

    HttpURI target() {
        return HttpURI.build(node.address().toString() + getHttpURI().getPathQuery());
    }

    /** From now on some of it may have reached the node. */
    void sent() {
        sent = true;
    }

    /**
     * Whether another node may be asked: this one knows nothing of it, or may do it twice, and its
     * body is still there.
     */
    boolean mayBeRepeated() {
        return (!sent || exchange.isRepeatable()) && isWhole();
    }

    /** Whether its body can be sent as if this attempt had not been. */
    boolean isWhole() {
        return kept != null || !hasBegunToRead;
    }

    /** Whether the rest of the body will never come, for which no node is to blame. */
    boolean hasClientLeft() {
        return clientLeft;
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    @Override
    public Content.@Nullable Chunk read() {
        hasBegunToRead = true;
        var chunk = kept == null ? super.read() : kept.read();
        clientLeft |= Content.Chunk.isFailure(chunk);
        return chunk;
    }

    @Override
    public void demand(Runnable demandCallback) {
        if (kept == null) {
            super.demand(demandCallback);
        } else {
            kept.demand(demandCallback);
        }
    }

    /** Of this attempt: what the client sent is still good for the next one. */
    @Override
    public void fail(Throwable failure) {
        if (kept != null) {
            kept.fail(failure);
        }
    }
}
