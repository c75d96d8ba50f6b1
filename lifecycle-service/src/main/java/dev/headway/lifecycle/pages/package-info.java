/**
 * Pages that links in messages lead to. Chat services fetch every link they see, so opening a page
 * changes nothing and shows nothing: it asks for a token first, and what it then does goes through
 * the API like any other call.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.lifecycle.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
