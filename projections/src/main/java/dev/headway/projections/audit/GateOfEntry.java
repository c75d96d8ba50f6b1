package dev.headway.projections.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the entry of a move, done or refused, says of the gate as it was evaluated.
 *
 * @param gate null where the entry has none
 */
record GateOfEntry(@Nullable JsonNode gate) {

    static GateOfEntry of(Map<String, JsonNode> fields) {
        return new GateOfEntry(fields.get("gate"));
    }

    /** Of the policy that it was evaluated under. */
    Optional<Long> policyVersion() {
        return Optional.ofNullable(gate).map(known -> known.path("policyVersion").asLong());
    }

    /** The ids of the waivers that stood in for criteria. */
    List<String> waivers() {
        return gate == null
                ? List.of()
                : gate.path("criteria")
                        .valueStream()
                        .map(each -> each.path("waiver").asString(""))
                        .filter(waiver -> !waiver.isEmpty())
                        .distinct()
                        .toList();
    }
}
