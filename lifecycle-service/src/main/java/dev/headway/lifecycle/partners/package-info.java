/**
 * What is said of a company itself, whatever is done with it: added beside a namesake, renamed,
 * merged into another one, taken out again. A stream for each begins with the first of these; until
 * then a partner is what partnerships call it. A new name is carried into every partnership by an
 * ordinary command in a stream of its own. Start reading at {@link
 * dev.headway.lifecycle.partners.RenamePartnerController}.
 */
@ApplicationModule(
        allowedDependencies = {
            "commands",
            "http",
            "partnership :: corrections",
            "partnership :: deciding",
            "partnership :: responses"
        })
@NullMarked
package dev.headway.lifecycle.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
