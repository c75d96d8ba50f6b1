/**
 * "Otherwise you create a program that depends on evangelists and heroes. Heroes burn out. Systems
 * compound." Who carries a partnership: from who moved it lately and who holds which seats; and for
 * the program, who would leave most behind.
 */
@NullMarked
package dev.headway.projections.questions.carriers;

import org.jspecify.annotations.NullMarked;
