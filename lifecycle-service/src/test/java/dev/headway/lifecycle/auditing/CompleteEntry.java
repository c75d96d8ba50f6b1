package dev.headway.lifecycle.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An entry of the audit that lacks nothing that an entry of its kind must have. */
final class CompleteEntry {

    private static final List<String> REQUIRED =
            List.of(
                    "/type",
                    "/stream",
                    "/eventId",
                    "/effectiveAt",
                    "/recordedAt",
                    "/actor",
                    "/role",
                    "/channel",
                    "/correlationId",
                    "/requestId",
                    "/policyVersion",
                    "/outcome",
                    "/about/kind");

    private static final Set<String> GATED =
            Set.of("PilotStarted", "PartnershipLaunched", "PartnershipScaled", "PartnershipSunset");

    private static final Set<String> MET_BY_ABSENCE =
            Set.of("disqualifiers-clear", "no-expired-waivers", "obligations-discharged");

    private static final Set<String> GIVEN_A_REASON =
            Set.of(
                    "PartnershipSteppedBack",
                    "PartnershipRevived",
                    "PartnershipSunset",
                    "FactWithdrawn",
                    "PartnershipVoided",
                    "StepDropped",
                    "StepRescheduled",
                    "AlertDismissed",
                    "WaiverRequested",
                    "WaiverGranted");

    private CompleteEntry() {}

    static void assertComplete(JsonNode entry) {
        var type = entry.at("/type").asString();
        for (var field : REQUIRED) {
            assertThat(entry.at(field).asString("")).as("%s of %s", field, entry).isNotBlank();
        }
        assertThat(entry.at("/person/name").asString("").isEmpty())
                .as("the person of %s", entry)
                .isEqualTo(entry.at("/actor").asString().equals("headway"));
        if (GIVEN_A_REASON.contains(type)) {
            assertThat(entry.at("/reason").asString("")).as(entry.toString()).isNotBlank();
        }
        var refused = type.equals("MoveRefused");
        if (refused || GATED.contains(type) || type.equals("PartnershipSteppedBack")) {
            assertThat(entry.at("/from").asString("")).as(entry.toString()).isNotBlank();
            assertThat(entry.at("/to").asString("")).as(entry.toString()).isNotBlank();
            assertThat(entry.at("/outcome").asString()).isEqualTo(refused ? "REFUSED" : "DONE");
        }
        var imported = entry.at("/channel").asString().equals("IMPORT");
        if ((GATED.contains(type) && !imported)
                || entry.at("/refusal").asString("").equals("UNMET")) {
            assertGate(entry);
        }
    }

    private static void assertGate(JsonNode entry) {
        var gate = entry.at("/gate");
        assertThat(gate.at("/policyVersion")).isEqualTo(entry.at("/policyVersion"));
        assertThat(gate.at("/criteria").size()).as(entry.toString()).isPositive();
        for (var criterion : gate.at("/criteria")) {
            for (var field : List.of("id", "statement", "have", "need")) {
                assertThat(criterion.path(field).asString("")).as(entry.toString()).isNotBlank();
            }
            if (criterion.path("met").asBoolean()
                    && !MET_BY_ABSENCE.contains(criterion.path("id").asString())) {
                assertThat(criterion.path("evidence").asString(""))
                        .as("evidence of %s in %s", criterion, entry)
                        .isNotBlank();
            }
            if (!criterion.path("waiver").asString("").isEmpty()) {
                assertThat(entry.at("/waiversUsed/0/grantedByName").asString("")).isNotBlank();
            }
        }
    }
}
