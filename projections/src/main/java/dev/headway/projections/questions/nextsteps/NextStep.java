package dev.headway.projections.questions.nextsteps;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open step of a partnership that is due first, as lists show it.
 *
 * @param ownerId the owner in the directory, where they are in it
 */
public record NextStep(
        String id, String title, String owner, @Nullable String ownerId, Instant dueOn) {

    /**
     * The first of these, or null of none.
     *
     * @param open soonest due first
     */
    public static @Nullable NextStep of(List<Step> open) {
        if (open.isEmpty()) {
            return null;
        }
        var first = open.getFirst();
        return new NextStep(
                first.stepId(), first.title(), first.owner(), first.ownerId(), first.dueOn());
    }
}
