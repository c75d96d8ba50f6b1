package dev.headway.lifecycle.observability;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which metrics an expression of Prometheus' language names. */
final class PromQl {

    /** What is between quotes, braces and brackets, and lists of labels behind what takes them. */
    private static final Pattern NO_METRICS =
            Pattern.compile(
                    "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]"
                            + "|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    /** A name that nothing is called by. */
    private static final Pattern NAME =
            Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b(?!\\s*\\()");

    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    private PromQl() {}

    static Set<String> metrics(String expression) {
        return NAME.matcher(NO_METRICS.matcher(expression).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(each -> !OPERATORS.contains(each))
                .collect(Collectors.toSet());
    }
}
