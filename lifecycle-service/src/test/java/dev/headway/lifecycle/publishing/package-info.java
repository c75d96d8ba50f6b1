/** The topic against a broker of its own process: what is stored, published and mirrored is one. */
@NullMarked
package dev.headway.lifecycle.publishing;

import org.jspecify.annotations.NullMarked;
