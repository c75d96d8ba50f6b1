package dev.headway.projections.pack;

import dev.headway.projections.calendar.Quarter;
import dev.headway.projections.querying.QueryParameters;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * A quarter that is asked for, and by which of its two times a change is of it.
 *
 * @param quarter the last one that is over where none is named
 */
record QuarterParameters(Quarter quarter, String time) {

    /**
     * @throws dev.headway.projections.querying.InvalidQueryException naming all that is wrong
     */
    static QuarterParameters of(
            String question, MultiValueMap<String, String> parameters, Quarter latest) {
        var asked = new QueryParameters(question, parameters);
        var text = asked.text("quarter");
        var quarter = text == null ? latest : Quarter.parse(text).orElse(null);
        if (quarter == null) {
            asked.reject("quarter", "must be a quarter since 1900, as 2026-Q3");
        }
        var time = asked.oneOf("time", List.of("recorded", "effective"), "effective");
        asked.throwIfInvalid();
        return new QuarterParameters(quarter == null ? latest : quarter, time);
    }
}
