package dev.headway.projections.querying;

import java.security.Principal;
import org.springframework.util.MultiValueMap;

/** A list that can be asked again later: whoever keeps a query has it checked before. */
public interface SavedQuestion {

    /** What the list is called, as the end of its path: {@code partnerships}. */
    String list();

    /**
     * Reads a query as the list itself does; where its pages begin and end is no part of it.
     *
     * @throws InvalidQueryException naming all that is wrong with it
     */
    void check(MultiValueMap<String, String> parameters, Principal caller);
}
