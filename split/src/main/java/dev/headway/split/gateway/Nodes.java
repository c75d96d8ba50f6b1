package dev.headway.split.gateway;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All nodes of a kind. */
final class Nodes {

    private static final Comparator<Node> READY_AND_IDLE =
            Comparator.comparing(Node::isReady).reversed().thenComparing(Node::underWay);

    private final List<Node> nodes;
    private final AtomicInteger turn = new AtomicInteger();

    Nodes(List<URI> addresses) {
        this.nodes = addresses.stream().map(Node::new).toList();
    }

    List<Node> all() {
        return nodes;
    }

    boolean isAnyReady() {
        return nodes.stream().anyMatch(Node::isReady);
    }

    /**
     * The one with the least under way, in turn where several have; one that is not known to be
     * ready only when there is no other, since it may have become so a moment ago.
     *
     * @param tried those that are of no use
     * @return null if all were tried
     */
    @Nullable Node next(Collection<Node> tried) {
        var first = Math.floorMod(turn.getAndIncrement(), nodes.size());
        return IntStream.range(first, first + nodes.size())
                .mapToObj(place -> nodes.get(place % nodes.size()))
                .filter(node -> !tried.contains(node))
                .min(READY_AND_IDLE)
                .orElse(null);
    }
}
