package dev.headway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.Caller;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Criteria that a program adds to its gates, for tests that ask for somebody's word. */
public final class OwnCriteria {

    private OwnCriteria() {}

    /** One that is asked of every pattern, and whose attestations last. */
    public static ObjectNode of(String id, String gate, String statement, String attestedBy) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", id)
                .put("gate", gate)
                .put("statement", statement)
                .put("attestedBy", attestedBy);
    }

    /** The program has these and no others of its own from now on. */
    public static void add(Caller admin, ObjectNode... criteria) {
        var program =
                (ObjectNode) JsonMapper.shared().readTree(admin.get("/api/v1/program").text());
        var own = program.putArray("criteria");
        for (var each : criteria) {
            own.add(each);
        }
        var answer = admin.put("/api/v1/program", program.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
