package dev.headway.projections.console.people;

import dev.headway.projections.console.layout.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is said when something was done about an account, and from when it holds: a token keeps the
 * roles that it was issued with, for a quarter of an hour; what somebody lost is looked up at every
 * call.
 */
final class AccountNotices {

    private AccountNotices() {}

    /**
     * In which {@code {name}} stands for whose account it is.
     *
     * @param roles what was chosen, where the form asks for them
     */
    static String of(String what, @Nullable List<String> roles) {
        return switch (what) {
            case "disabling" ->
                    "The account of {name} is closed; whatever they are signed in with ends within"
                            + " seconds.";
            case "enabling" -> "The account of {name} is open again.";
            default ->
                    ("The roles of {name}: %s. What is new to them they may do from their next sign-in,"
                                    + " or in a quarter of an hour at the latest; what they lost ends"
                                    + " within seconds.")
                            .formatted(spoken(roles));
        };
    }

    /**
     * Of one's own roles.
     *
     * @param isRenewed whether they hold at once
     */
    static String ofOwn(@Nullable List<String> roles, boolean isRenewed) {
        return "Your roles are now: %s. %s"
                .formatted(
                        spoken(roles),
                        isRenewed
                                ? "They hold at once."
                                : "Sign out and in again, and what is new to you holds.");
    }

    private static String spoken(@Nullable List<String> roles) {
        return roles == null
                ? "none"
                : roles.stream().map(Words::within).collect(Collectors.joining(", "));
    }
}
