/**
 * What was recorded wrongly, put right by new events: a fact is withdrawn or recorded anew in its
 * place, a move gets another date, a step is reopened, a partnership is described anew or voided.
 * The old record stays; what it adds up to is worked out anew.
 */
@NamedInterface("corrections")
@NullMarked
package dev.headway.lifecycle.partnership.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
