package dev.headway.benchmarks.chaos;

import static org.awaitility.Awaitility.await;

import dev.headway.contracts.Role;
import dev.headway.testing.PoisonedPartnership;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** What events themselves bring about. */
final class EventChecks {

    private static final Duration PACE = Duration.ofMillis(15);

    private static final String PARKED = "select distinct projection from dead_letter";

    private EventChecks() {}

    /** Thresholds and back, so that whatever is decided by them depends on what was in between. */
    static void policyChanged(ChaosWorld world, Extent extent) throws Exception {
        try (var _ = world.load(PACE)) {
            for (int change = 0; change < extent.times(); change++) {
                world.awaitCommands(extent.commands() / extent.times());
                seatsMayBeVacantFor(world, change % 2 == 0 ? "P3650D" : "P14D");
            }
            world.awaitCommands(extent.commands());
        }
    }

    /** What nothing reads parks its partnership; others go on; what is repaired is replayed. */
    static void poison(ChaosWorld world, Extent extent) throws Exception {
        var spoilt = world.partnerships.getFirst();
        try (var _ = world.load(PACE)) {
            world.awaitCommands(extent.commands());
            try (var mirror = world.mirror()) {
                PoisonedPartnership.spoil(mirror, spoilt);
            }
            world.awaitCommands(extent.commands());
            await("what was parked")
                    .atMost(ChaosWorld.PATIENCE)
                    .until(() -> !Sql.texts(world::mirror, PARKED).isEmpty());
            var head = world.head();
            await("the others to go on")
                    .atMost(ChaosWorld.PATIENCE)
                    .until(() -> world.mirrored() >= head);
            try (var mirror = world.mirror()) {
                PoisonedPartnership.leave(mirror);
            }
        }
        world.awaitPublished();
        var head = world.head();
        await("all of it in the mirror")
                .atMost(ChaosWorld.PATIENCE)
                .until(() -> world.mirrored() >= head);
        try (var mirror = world.mirror();
                var store = world.store()) {
            PoisonedPartnership.repair(mirror, store, spoilt);
        }
        var admin = world.nodes.as(Role.ADMIN);
        for (var projection : Sql.texts(world::mirror, PARKED)) {
            var asked = admin.post("/api/v1/dead-letters/" + projection + "/replay", "");
            if (asked.status() != 202) {
                throw new IllegalStateException(asked.text());
            }
        }
        await("all that was parked to be replayed")
                .atMost(ChaosWorld.PATIENCE)
                .until(() -> Sql.texts(world::mirror, PARKED).isEmpty());
    }

    private static void seatsMayBeVacantFor(ChaosWorld world, String duration) {
        var admin = world.nodes.as(Role.ADMIN);
        var now = admin.get("/api/v1/program");
        var program = (ObjectNode) now.json();
        ((ObjectNode) program.at("/thresholds")).put("seat-vacant", duration);
        var changed =
                admin.put("/api/v1/program", program.toString(), "If-Match", now.header("ETag"));
        if (changed.status() != 200) {
            throw new IllegalStateException(changed.text());
        }
    }
}
