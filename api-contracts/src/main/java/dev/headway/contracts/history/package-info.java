/** What the recorded events of one partnership come to; asked by decisions and questions alike. */
@NullMarked
package dev.headway.contracts.history;

import org.jspecify.annotations.NullMarked;
