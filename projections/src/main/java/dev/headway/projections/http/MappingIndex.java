package dev.headway.projections.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Mappings by the segments of their paths, each a word or a variable, so that of hundreds those few
 * are found that a path can mean.
 */
final class MappingIndex {

    private static final String VARIABLE = "{}";

    private final Node root = new Node();

    /** Patterns with more in them than words and variables. */
    private final List<PathPattern> others = new ArrayList<>();

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<RequestMappingInfo> mappings = new ArrayList<>();
    }

    MappingIndex(Collection<RequestMappingInfo> mappings) {
        mappings.forEach(this::add);
    }

    private void add(RequestMappingInfo mapping) {
        var condition = mapping.getPathPatternsCondition();
        if (condition == null) {
            throw new IllegalArgumentException(mapping + " has no path patterns");
        }
        for (var pattern : condition.getPatterns()) {
            segments(pattern)
                    .ifPresentOrElse(
                            segments -> node(segments).mappings.add(mapping),
                            () -> others.add(pattern));
        }
    }

    private Node node(List<String> segments) {
        var node = root;
        for (var segment : segments) {
            node = node.next.computeIfAbsent(segment, _ -> new Node());
        }
        return node;
    }

    /** Empty where it has a wildcard, an expression, or an end that is not a segment's. */
    private static Optional<List<String>> segments(PathPattern pattern) {
        var segments = new ArrayList<String>();
        for (var segment : pattern.getPatternString().split("/", -1)) {
            if (segment.matches("\\{[A-Za-z]+}")) {
                segments.add(VARIABLE);
            } else if (segment.matches("[A-Za-z0-9.-]*")) {
                segments.add(segment);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(segments);
    }

    /**
     * All mappings whose pattern a path has, whatever else they ask for; null where others than
     * those that are in the index may have it as well.
     */
    @Nullable List<RequestMappingInfo> find(PathContainer path) {
        for (var other : others) {
            if (other.matches(path)) {
                return null;
            }
        }
        var found = new ArrayList<RequestMappingInfo>();
        collect(root, path.elements(), 0, found);
        return found;
    }

    /** Between two separators, and after the last one, there is an empty word and no segment. */
    private static void collect(
            Node node,
            List<PathContainer.Element> elements,
            int at,
            List<RequestMappingInfo> found) {
        if (at < elements.size() && elements.get(at) instanceof PathContainer.PathSegment segment) {
            var word = segment.valueToMatch();
            if (!word.isEmpty()) {
                follow(node.next.get(word), elements, at + 1, found);
                follow(node.next.get(VARIABLE), elements, at + 1, found);
            }
        } else {
            follow(node.next.get(""), elements, at, found);
        }
    }

    /**
     * @param at where the elements go on, which is at a separator
     */
    private static void follow(
            @Nullable Node node,
            List<PathContainer.Element> elements,
            int at,
            List<RequestMappingInfo> found) {
        if (node != null && at >= elements.size()) {
            found.addAll(node.mappings);
        } else if (node != null) {
            collect(node, elements, at + 1, found);
        }
    }
}
