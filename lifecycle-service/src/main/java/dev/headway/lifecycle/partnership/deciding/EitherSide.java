package dev.headway.lifecycle.partnership.deciding;

import dev.headway.contracts.Role;
import dev.headway.contracts.Side;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people of the partner may do as well as ours, each for their own side. */
public final class EitherSide {

    /** Whoever may. That the partnership is with their company was asked before. */
    public static final Set<Role> MAY = Set.of(Role.MANAGER, Role.APPROVER, Role.PARTNER);

    private static final Decision NOT_THEIRS =
            new Decision.Forbidden("This is for our side to do, and not for the partner's");

    private static final Decision WORDED_ANEW =
            new Decision.Illegal("It is worded otherwise by now; read it again to confirm it");

    private EitherSide() {}

    /** Where somebody of the partner's does something for our side. */
    public static Optional<Decision> objection(String side, DecisionContext context) {
        return context.roles().contains(Role.PARTNER) && !side.equals(Side.PARTNER.name())
                ? Optional.of(NOT_THEIRS)
                : Optional.empty();
    }

    /**
     * Where other words were read than those that stand.
     *
     * @param read the sign of what was read, or null where nobody said
     */
    public static Optional<Decision> objectionTo(@Nullable String read, String stands) {
        return read == null || read.equals(stands) ? Optional.empty() : Optional.of(WORDED_ANEW);
    }
}
