package dev.headway.lifecycle.partnership.responses;

import dev.headway.contracts.Role;
import dev.headway.contracts.written.Text;
import dev.headway.lifecycle.commands.RequestContext;
import dev.headway.projections.http.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose word a confirmation is. */
public final class GivenWord {

    private static final Problem.FieldError MISSING =
            new Problem.FieldError("/by", "must not be blank");

    private GivenWord() {}

    /**
     * Somebody of the partner's gives their own; whoever of ours records one says whose it is.
     *
     * @throws Problem 400 when they do not
     */
    public static String by(@Nullable String said, RequestContext context) {
        if (context.roles().contains(Role.PARTNER)) {
            return context.actor().shown();
        }
        if (said == null || Text.clean(said).isEmpty()) {
            throw Problem.invalid(List.of(MISSING));
        }
        return said;
    }
}
