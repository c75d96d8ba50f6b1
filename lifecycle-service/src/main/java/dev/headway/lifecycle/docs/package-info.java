/**
 * What a caller may read without a token: the REST contract as it is written in the contracts, a
 * page to browse it, and a page that explains every kind of problem. The pages are files under
 * {@code static/docs}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.headway.lifecycle.docs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
