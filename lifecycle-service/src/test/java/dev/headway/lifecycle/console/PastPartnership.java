package dev.headway.lifecycle.console;

import dev.headway.contracts.Role;
import dev.headway.lifecycle.RunningHeadway;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A partnership that has stood still for long: launched on 30 June 2025, last moved in September.
 */
final class PastPartnership {

    private PastPartnership() {}

    /** One that came as far as it can. */
    static String scaled(RunningHeadway headway, String key, String name) {
        return imported(headway, key, name, ",scaledAt", ",2025-08-01");
    }

    static String sunset(RunningHeadway headway, String key, String name) {
        return imported(headway, key, name, ",sunsetAt", ",2025-10-01");
    }

    /** Its id. */
    static String imported(RunningHeadway headway, String key, String name) {
        return imported(headway, key, name, "", "");
    }

    private static String imported(
            RunningHeadway headway, String key, String name, String column, String value) {
        var csv =
                """
                externalKey,name,partnerName,partnerType,registeredAt,pilotAt,launchAt,lastMotionAt%s
                %s,%s,Reef Ltd,TELCO,2025-01-15,2025-03-01,2025-06-30,2025-09-12%s
                """
                        .formatted(column, key, name, value);
        return headway.as(Role.ADMIN)
                .send("POST", "/api/v1/imports", "text/csv", BodyPublishers.ofString(csv))
                .json()
                .at("/rows/0/partnershipId")
                .asString();
    }
}
