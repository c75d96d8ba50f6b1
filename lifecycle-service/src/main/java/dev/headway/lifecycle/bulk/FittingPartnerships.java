package dev.headway.lifecycle.bulk;

import java.security.Principal;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** Which partnerships the list has under some of its filters, wherever it is answered. */
interface FittingPartnerships {

    /**
     * Their ids, by name; what was written just before is heeded.
     *
     * @param filters as the query of the list has them
     * @param most how many at most
     * @throws dev.headway.projections.querying.InvalidQueryException naming all that is wrong
     */
    List<String> ids(MultiValueMap<String, String> filters, Principal caller, int most);
}
