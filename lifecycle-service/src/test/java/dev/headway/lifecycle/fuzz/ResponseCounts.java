package dev.headway.lifecycle.fuzz;

import dev.headway.lifecycle.OpenApiContract;
import dev.headway.lifecycle.OpenApiContract.Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each operation answered what; where there is no operation, under its method. */
final class ResponseCounts {

    private final OpenApiContract contract;
    private final Map<String, Map<Integer, Integer>> answers = new TreeMap<>();

    ResponseCounts(OpenApiContract contract) {
        this.contract = contract;
    }

    synchronized void count(RawRequest request, int status) {
        var operation = contract.operation(request.method(), request.path());
        answers.computeIfAbsent(
                        operation.map(Operation::toString).orElse("no operation"),
                        _ -> new TreeMap<>())
                .merge(status, 1, Integer::sum);
    }

    synchronized Map<Integer, Integer> byStatus() {
        return answers.values().stream()
                .flatMap(each -> each.entrySet().stream())
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                Integer::sum,
                                TreeMap::new));
    }

    /** Operations that never answered a status of a hundred, as 2 for 2xx. */
    synchronized List<String> withoutAny(int hundred) {
        return contract.operations().stream()
                .filter(each -> !each.isEndless())
                .map(Operation::toString)
                .filter(
                        each ->
                                answers.getOrDefault(each, Map.of()).keySet().stream()
                                        .noneMatch(status -> status / 100 == hundred))
                .toList();
    }

    @Override
    public synchronized String toString() {
        return answers.entrySet().stream()
                .map(each -> "%-75s %s".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
