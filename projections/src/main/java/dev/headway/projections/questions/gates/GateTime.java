package dev.headway.projections.questions.gates;

import java.time.Instant;
import java.util.List;

/**
 * What the gate ahead asks for and has, from an instant on, as long as nothing happens.
 *
 * @param to the stage behind it
 * @param held the criteria that it asks for and that are met, or excused
 * @param unmet the others that it asks for
 */
public record GateTime(Instant from, String to, List<String> held, List<String> unmet) {

    public GateTime {
        held = List.copyOf(held);
        unmet = List.copyOf(unmet);
    }

    /** Whether it says the same as another, whenever. */
    public boolean isAs(GateTime other) {
        return to.equals(other.to) && held.equals(other.held) && unmet.equals(other.unmet);
    }
}
