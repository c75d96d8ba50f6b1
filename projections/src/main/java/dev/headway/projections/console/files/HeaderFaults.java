package dev.headway.projections.console.files;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import dev.headway.projections.console.layout.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Why a file was not taken, in the words of its page: what is wrong with several columns once. */
public record HeaderFaults(ApiProblem problem) {

    private static final String UNKNOWN = "is not a column of an import";
    private static final String MISSING = "is missing in the header";
    private static final String TWICE = "is in the header twice";

    /** A sentence each; what is wrong with something else stays as it was said. */
    public List<String> said() {
        return problem.errors().isEmpty()
                ? List.of(Words.sentence(problem.detail()))
                : problem.errors().stream()
                        .map(error -> error.text("message"))
                        .distinct()
                        .map(this::said)
                        .toList();
    }

    private String said(String message) {
        var columns = columns(message);
        if (message.startsWith(UNKNOWN)) {
            return "An import has no column called %s: remove it, or have it passed over."
                    .formatted(columns);
        }
        if (message.startsWith(MISSING)) {
            return "The first row of the file has to name %s as well.".formatted(columns);
        }
        return message.startsWith(TWICE)
                ? "The first row of the file names %s twice: remove one.".formatted(columns)
                : Words.fault(columns, message);
    }

    private String columns(String message) {
        return problem.errors().stream()
                .filter(error -> error.text("message").equals(message))
                .map(HeaderFaults::column)
                .collect(Collectors.joining(", "));
    }

    private static String column(ApiObject error) {
        return error.text("pointer").replaceFirst("^/", "").replace("~1", "/").replace("~0", "~");
    }
}
