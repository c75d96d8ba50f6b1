/**
 * What says who somebody is, sealed under a key of theirs. {@link
 * dev.headway.projections.personal.PersonalText} seals a text and opens it again, {@link
 * dev.headway.projections.personal.PersonalFields} does so to all such fields of a record, and
 * {@link dev.headway.projections.personal.OpeningFilter} opens what an answer holds. The keys are
 * {@link dev.headway.projections.personal.PersonalKeys}, which lie outside of the database: once
 * one is destroyed, nothing that was sealed under it is ever read again.
 */
@ApplicationModule(allowedDependencies = {"log"})
@NullMarked
package dev.headway.projections.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
