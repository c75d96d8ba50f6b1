/**
 * Who is to be forgotten, and who is: {@link
 * dev.headway.projections.questions.erasures.WhoIsForgotten} keeps how far each erasure is, in
 * table {@code erasure}, and lists beside it what had left Headway before, which nothing calls
 * back.
 */
@NullMarked
package dev.headway.projections.questions.erasures;

import org.jspecify.annotations.NullMarked;
