/**
 * How commands are decided. {@link dev.headway.lifecycle.partnership.deciding.PartnershipCommand}
 * is the table of contents of everything that can be asked of a partnership; each command brings
 * its own rule, which takes the state and the {@link
 * dev.headway.lifecycle.partnership.deciding.DecisionContext} and answers a {@link
 * dev.headway.lifecycle.partnership.deciding.Decision}. Pure.
 */
@NamedInterface("deciding")
@NullMarked
package dev.headway.lifecycle.partnership.deciding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
