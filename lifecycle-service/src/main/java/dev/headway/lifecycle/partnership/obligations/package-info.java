/** What a yes owes: taken on, discharged or handed over. */
@NullMarked
package dev.headway.lifecycle.partnership.obligations;

import org.jspecify.annotations.NullMarked;
