/**
 * What Headway keeps on this machine, under {@code $HEADWAY_HOME}: each part in a folder of its
 * own, which nobody but the owner can look into; and how secrets are made and recognized ({@link
 * dev.headway.projections.home.Secret}).
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.projections.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
