package dev.headway.projections.deadletters;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What is kept of a failure: enough to find it in the code, and nothing that it said, since that
 * may hold what the event says of people.
 *
 * @param type the class of its first cause
 * @param place the line of ours it came from, or what PostgreSQL calls what was violated
 */
public record Fault(String type, String place) {

    private static final String OURS = "dev.headway.";

    private static final int MAX_LENGTH = 300;

    /** What is to be told of a failure. */
    public static Fault of(Throwable failure) {
        var first = Poison.causes(failure).reduce((_, deeper) -> deeper).orElse(failure);
        return new Fault(bounded(first.getClass().getName()), bounded(place(failure, first)));
    }

    private static String place(Throwable failure, Throwable first) {
        if (first instanceof PSQLException sql) {
            return violated(sql);
        }
        var causes = Poison.causes(failure).toList();
        return causes.reversed().stream()
                .flatMap(each -> Arrays.stream(each.getStackTrace()))
                .filter(each -> each.getClassName().startsWith(OURS))
                .findFirst()
                .map(Fault::line)
                .orElse("");
    }

    private static String line(StackTraceElement at) {
        var name = at.getClassName();
        return "%s.%s:%d"
                .formatted(
                        name.substring(name.lastIndexOf('.') + 1),
                        at.getMethodName(),
                        at.getLineNumber());
    }

    private static String violated(PSQLException failure) {
        var told = failure.getServerErrorMessage();
        var words = told == null ? Stream.<String>empty() : words(told);
        return "SQLSTATE %s %s"
                .formatted(failure.getSQLState(), String.join(" ", words.toList()))
                .strip();
    }

    private static Stream<String> words(ServerErrorMessage told) {
        return Stream.of(
                        Optional.ofNullable(told.getTable()),
                        Optional.ofNullable(told.getColumn()),
                        Optional.ofNullable(told.getConstraint()))
                .flatMap(Optional::stream);
    }

    private static String bounded(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
