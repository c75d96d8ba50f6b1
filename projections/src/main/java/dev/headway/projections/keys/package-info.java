/**
 * The keys of people, in a folder outside of the event database and of its backups. Each lies in a
 * file of its own, wrapped by a master key; which is whose is told by a keyed hash, so that the
 * folder names nobody. A key that is destroyed is in a register that lies apart, and stays
 * destroyed when the folder, or the database, comes back from a backup.
 */
@ApplicationModule(allowedDependencies = {"home", "personal", "sessions"})
@NullMarked
package dev.headway.projections.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
