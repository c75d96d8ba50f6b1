package dev.headway.projections.identity;

import dev.headway.contracts.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What letting people in asks of the directory, and tells it. */
public interface PersonDirectory {

    /** Called once for each token that is verified; must not fail because of what it stores. */
    void recognize(PersonClaims claims);

    /**
     * How somebody stands this instant; everybody stands well of whom nothing is known.
     *
     * @throws RuntimeException when the store cannot be asked
     */
    Standing standing(String personId);

    /**
     * Whether somebody gets in.
     *
     * @param person the subject and the name they have now; null of whom nothing is known
     * @param disabled whether they do not, whatever they hold
     * @param signedOutAt what was issued before is good no more
     * @param roles what they may do, where Headway keeps their account, or as last seen
     * @param isAccount whether Headway keeps their account, and so decides what they may do
     * @param partnerId the company that they are of, or null of our own
     */
    record Standing(
            @Nullable Shown person,
            boolean disabled,
            Instant signedOutAt,
            List<Role> roles,
            boolean isAccount,
            @Nullable String partnerId) {

        public static final Standing UNKNOWN =
                new Standing(null, false, Instant.MIN, List.of(), false);

        /** Of somebody of our own. */
        public Standing(
                @Nullable Shown person,
                boolean disabled,
                Instant signedOutAt,
                List<Role> roles,
                boolean isAccount) {
            this(person, disabled, signedOutAt, roles, isAccount, null);
        }

        /** Who it is, and as what they are shown. */
        public record Shown(String subject, String name) {}

        /** What a token of theirs allows that was given these roles. */
        List<Role> allowed(List<Role> given) {
            return given.stream()
                    .filter(role -> !isAccount || roles.contains(role))
                    .filter(role -> partnerId == null || role == Role.PARTNER)
                    .toList();
        }
    }
}
