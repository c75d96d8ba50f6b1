package dev.headway.projections.questions.figures;

import dev.headway.contracts.PartnershipEvent.BendDelivered;
import dev.headway.contracts.PartnershipEvent.BendEvent;
import dev.headway.contracts.PartnershipEvent.PartnershipClassified;
import dev.headway.projections.questions.CopyOnChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a partnership is classified in a life, and what bends for it. */
record BendFigures(@Nullable String classification, List<Bend> bends) {

    static final BendFigures NONE = new BendFigures(null, List.of());

    /** Something that bends for a strategic partner. */
    record Bend(String bendId, boolean delivered) {}

    BendFigures evolve(BendEvent event) {
        return switch (event) {
            case PartnershipClassified e ->
                    new BendFigures(
                            e.classification(),
                            e.promised().stream().map(each -> promised(each.bendId())).toList());
            case BendDelivered e ->
                    new BendFigures(
                            classification,
                            CopyOnChange.update(
                                    bends,
                                    bend -> bend.bendId().equals(e.bendId()),
                                    bend -> new Bend(bend.bendId(), true)));
        };
    }

    /** One that was promised before keeps its delivery. */
    private Bend promised(String bendId) {
        return new Bend(bendId, bends.contains(new Bend(bendId, true)));
    }

    boolean isAnyDelivered() {
        return bends.stream().anyMatch(Bend::delivered);
    }
}
