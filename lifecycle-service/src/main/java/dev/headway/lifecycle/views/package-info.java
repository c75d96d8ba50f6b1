/**
 * Views of lists that people keep under a name, for themselves or for everybody. A view is a list
 * and a query for it, which the list itself has read and found right; nothing follows from it, so
 * it is a row and no event. Start reading at {@link
 * dev.headway.lifecycle.views.SavedViewController}.
 */
@ApplicationModule(allowedDependencies = {"commands", "http"})
@NullMarked
package dev.headway.lifecycle.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
