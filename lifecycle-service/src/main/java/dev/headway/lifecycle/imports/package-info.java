/**
 * History comes in: a file, as text or as a workbook, is read whole before anything is stored, each
 * good row becomes a command to one partnership, and every row is answered on its own. An import
 * has a stream, from its first row to its last, so that nobody is alerted in between. Start reading
 * at {@link dev.headway.lifecycle.imports.ImportController}.
 */
@ApplicationModule(
        allowedDependencies = {
            "commands",
            "eventstore",
            "http",
            "partnership",
            "partnership :: deciding",
            "partnership :: responses"
        })
@NullMarked
package dev.headway.lifecycle.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
