package dev.headway.projections.console.moves;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.ApiProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A move before it is made.
 *
 * @param version that it is decided on
 * @param gate as it is judged now
 * @param refusal what became of a try; null before one
 */
public record MovePanel(
        ApiObject partnership,
        Move move,
        String version,
        ApiObject gate,
        @Nullable ApiProblem refusal) {

    /** What keeps it shut, but for what the move itself brings. */
    public List<CriterionLine> unmet() {
        return CriterionLine.allOf(gate).stream().filter(each -> !each.holds()).toList();
    }

    public boolean isOpen() {
        return move.isBack() || unmet().isEmpty();
    }

    public int held() {
        return asked() - unmet().size();
    }

    public int asked() {
        return CriterionLine.allOf(gate).size();
    }

    /** Somebody else has moved or changed it since. */
    public boolean isStale() {
        return refusal != null && refusal.status() == 412;
    }

    /** A refusal that is now on record. */
    public boolean isOnRecord() {
        return refusal != null && refusal.kind().equals("gate-shut");
    }
}
