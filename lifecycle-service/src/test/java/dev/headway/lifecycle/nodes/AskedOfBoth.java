package dev.headway.lifecycle.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.contracts.Role;
import dev.headway.testing.Caller;
import dev.headway.testing.Caller.Answered;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What needs the store and questions, asked of nodes that were split and of one that does all. */
final class AskedOfBoth {

    private final SplitNodes nodes;

    AskedOfBoth(SplitNodes nodes) {
        this.nodes = nodes;
    }

    /** What a handover would take along, of each kind; alerts are noticed in no common order. */
    static Set<String> things(Caller manager, String from) {
        return handOver(manager, "?dryRun=true", from, "Nobody in particular")
                .json()
                .at("/rows")
                .valueStream()
                .map(JsonNode::toString)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Answered handOver(Caller manager, String query, String from, String to) {
        return manager.post(
                "/api/v1/handovers" + query,
                """
                {"from": %s, "to": {"owner": "%s"}, "reason": "They leave"}
                """
                        .formatted(from, to));
    }

    /** Another policy: in a hurry, and with one pattern that asks for no seats. */
    static Answered preview(Caller admin, String... headers) {
        return admin.post(
                "/api/v1/program/preview",
                """
                {"thresholds": {"ghost-town": {"LAUNCH": "P1D", "SCALED": "PT36H"}, "fading": "P2D",
                                "one-person-carries": "P3D", "seat-vacant": "PT1S"},
                 "disqualifiers": [],
                 "patterns": {"RESELL": {"requires": ["pilot-scoped", "all-seats-filled"]},
                              "REFERRAL": {"requires": ["pilot-scoped"]}},
                 "limits": {"pilots": {"perPattern": 0}}}
                """,
                headers);
    }

    /** What is told of a quarter, but for when it was made and by what seal. */
    static JsonNode pack(Caller auditor, String quarter, String position) {
        var answer =
                auditor.get("/api/v1/audit/pack?quarter=" + quarter, "Headway-Position", position);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var pack = (ObjectNode) SameAnswers.without(answer.json());
        pack.remove(List.of("madeAt", "checkpoint"));
        ((ObjectNode) pack.at("/figures")).remove("at");
        ((ObjectNode) pack.at("/ghostTowns")).remove("medianHours");
        pack.at("/ghostTowns/items").forEach(each -> ((ObjectNode) each).remove("hours"));
        return pack;
    }

    /** The path of a link for a calendar that somebody makes at the lifecycle node. */
    String calendar(Role role, boolean everything) {
        var made =
                nodes.lifecycle
                        .as(role)
                        .post(
                                "/api/v1/calendar-links",
                                "{\"name\": \"Phone\", \"everything\": %s}".formatted(everything));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return URI.create(made.json().at("/url").asString()).getPath();
    }

    /** A calendar, whatever the address is that its links begin with. */
    static String entries(Caller nobody, String path) {
        var answer = nobody.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text().replace("\r\n ", "").replaceAll("URL:http://localhost:\\d+/", "URL:/");
    }
}
