/**
 * Who is there: everybody who has called or was invited, as they are known now, in table {@code
 * person}, and what chat calls them. {@link
 * dev.headway.projections.questions.people.DirectoryEntry} is one of them, computed from the events
 * of their stream; {@link dev.headway.projections.questions.people.WhoIsThere} answers.
 */
@NullMarked
package dev.headway.projections.questions.people;

import org.jspecify.annotations.NullMarked;
