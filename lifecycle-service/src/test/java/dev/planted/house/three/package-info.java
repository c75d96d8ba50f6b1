/** Says that it uses nothing, and does. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.planted.house.three;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
