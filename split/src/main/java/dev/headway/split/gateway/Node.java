package dev.headway.split.gateway;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** One process that answers, as the gateway sees it. */
final class Node {

    private final URI address;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean ready;

    Node(URI address) {
        this.address = address;
    }

    URI address() {
        return address;
    }

    /**
     * Whether it answered so when it was last asked, and has not left anybody without one since.
     */
    boolean isReady() {
        return ready;
    }

    void found(boolean ready) {
        this.ready = ready;
    }

    int underWay() {
        return underWay.get();
    }

    void begun() {
        underWay.incrementAndGet();
    }

    void ended() {
        underWay.decrementAndGet();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
