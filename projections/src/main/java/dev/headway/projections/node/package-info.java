/**
 * What a projection node has in the place of a lifecycle service. Its log is a mirror, so people
 * and how they stand are read there ({@code MirroredDirectory}); what only the nodes that store
 * events know they are asked ({@code LifecycleNodes}), with the token, or the secret link, of
 * whoever called here. Nothing of it is there in a lifecycle service.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "audit :: sealing",
            "http",
            "identity",
            "log",
            "mirror",
            "operations",
            "people",
            "processing",
            "scheduling",
            "subscriptions"
        })
@NullMarked
package dev.headway.projections.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
