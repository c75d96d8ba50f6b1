/**
 * One action on many partnerships, chosen one by one or by the list's filters: each gets an
 * ordinary command in a stream of its own, by the same gates and with the same answers, and a row
 * says what came of it. Under an idempotency key every command has its own variant of it, so that
 * what broke off midway goes on where it was when the call is repeated. Start reading at {@link
 * dev.headway.lifecycle.bulk.BulkController}.
 */
@ApplicationModule(
        allowedDependencies = {
            "commands",
            "elsewhere",
            "http",
            "partnership",
            "partnership :: deciding",
            "partnership :: moves",
            "partnership :: prospect",
            "partnership :: responses",
            "partnership :: seats",
            "partnership :: steps",
            "people"
        })
@NullMarked
package dev.headway.lifecycle.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
