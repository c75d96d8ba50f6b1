/**
 * How questions are asked, whatever they are about: parameters with every violation reported at
 * once, pages with cursors that cannot be forged, reading one's own writes, and who may ask.
 */
@ApplicationModule(allowedDependencies = {"deadletters", "personal", "processing", "tables"})
@NullMarked
package dev.headway.projections.querying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
