package dev.headway.benchmarks.safety;

import dev.headway.contracts.Role;
import dev.headway.testing.Caller;
import dev.headway.testing.ServiceProcess;
import java.util.ArrayList;
import java.util.List;

/** Partnerships to write to, registered long enough ago for what is said of the past. */
public final class RegisteredPartnerships {

    private RegisteredPartnerships() {}

    /** So many, registered at this node. */
    static List<String> at(ServiceProcess node, int count) {
        return by(node.as(Role.MANAGER), count);
    }

    /** So many, registered by a manager. */
    public static List<String> by(Caller manager, int count) {
        var ids = new ArrayList<String>();
        for (int n = 0; n < count; n++) {
            var answer =
                    manager.post(
                            "/api/v1/partnerships",
                            """
                            {"name":"Partnership %d","partner":{"name":"Partner %d","type":"TELCO"},
                             "effectiveAt":"2001-01-01T00:00:00Z"}"""
                                    .formatted(n, n));
            if (answer.status() != 201) {
                throw new IllegalStateException("A partnership was not registered");
            }
            ids.add(answer.json().at("/id").asString());
        }
        return ids;
    }
}
