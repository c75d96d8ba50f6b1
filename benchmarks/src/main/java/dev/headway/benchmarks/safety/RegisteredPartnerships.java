package dev.headway.benchmarks.safety;

import dev.headway.contracts.Role;
import dev.headway.testing.ServiceProcess;
import java.util.ArrayList;
import java.util.List;

/** Partnerships to write to, registered long enough ago for what is said of the past. */
final class RegisteredPartnerships {

    private RegisteredPartnerships() {}

    static List<String> at(ServiceProcess node, int count) {
        var manager = node.as(Role.MANAGER);
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
