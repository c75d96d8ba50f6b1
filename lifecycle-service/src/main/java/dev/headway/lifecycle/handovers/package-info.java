/**
 * Somebody leaves, and what was theirs becomes somebody else's: seats, open steps and alerts, each
 * by an ordinary command in a stream of its own. What is left to hand over is what the one who
 * leaves still owns, so that whatever broke off midway is finished by the same call again. Start
 * reading at {@link dev.headway.lifecycle.handovers.HandoverController}.
 */
@ApplicationModule(
        allowedDependencies = {
            "alerts",
            "commands",
            "elsewhere",
            "http",
            "partnership",
            "partnership :: deciding",
            "partnership :: seats",
            "partnership :: steps",
            "people"
        })
@NullMarked
package dev.headway.lifecycle.handovers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
