/**
 * One partner, many motions: all that is done with a company on one page, and what is owed both
 * ways. Nothing is kept for it: the list knows the partnerships, and what is owed follows from
 * their histories. Start reading at {@link
 * dev.headway.projections.questions.together.WhatIsDoneWithAPartner}.
 */
@NullMarked
package dev.headway.projections.questions.together;

import org.jspecify.annotations.NullMarked;
