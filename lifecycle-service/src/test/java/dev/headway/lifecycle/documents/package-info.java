/**
 * The documents of the repository, held to what the code says: links lead somewhere, lists are
 * complete, and what can be written by a test is.
 */
@NullMarked
package dev.headway.lifecycle.documents;

import org.jspecify.annotations.NullMarked;
