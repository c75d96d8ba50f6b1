package dev.headway.projections.console.alerts;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.Words;
import java.util.List;
import java.util.Map;

/**
 * How many alerts there are under the filters of the page.
 *
 * @param shown what the page is narrowed to
 */
public record FoundAlerts(ApiObject counts, Map<String, List<String>> shown) {

    /** "12 alerts that wait, and 1 that is part of a ghost town; 3 critical". */
    public String said() {
        var shadows = counts.count("shadows");
        var total = counts.count("total") - shadows;
        var critical = counts.at("severities").count("CRITICAL");
        var said = Words.count(total, "alert");
        if (!shown.containsKey("status")) {
            said += total == 1 ? " that waits" : " that wait";
        }
        if (shown.containsKey("concerns")) {
            said += ", of your partnerships or taken by you";
        }
        if (shadows > 0) {
            said +=
                    ", and %d that %s part of a ghost town"
                            .formatted(shadows, shadows == 1 ? "is" : "are");
        }
        return critical > 0 && critical < total ? said + "; " + critical + " critical" : said;
    }
}
