package dev.headway.lifecycle.bulk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.headway.lifecycle.elsewhere.ProjectionNodes;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.questions.portfolio.WhichPartnershipsFit;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** By the list of projection nodes, page by page. */
@Component
@ConditionalOnBooleanProperty(name = "headway.projections.enabled", havingValue = false)
class FittingElsewhere implements FittingPartnerships {

    private static final String PAGE = "200";

    private final WhichPartnershipsFit list;
    private final ProjectionNodes nodes;
    private final EventLog log;

    FittingElsewhere(WhichPartnershipsFit list, ProjectionNodes nodes, EventLog log) {
        this.list = list;
        this.nodes = nodes;
        this.log = log;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Listed(String id) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Told(List<Listed> items, @Nullable String nextCursor) {}

    /** What is wrong with a filter is said here, in the words of a process that does all. */
    @Override
    public List<String> ids(MultiValueMap<String, String> filters, Principal caller, int most) {
        list.check(filters, caller);
        var head = log.head();
        var ids = new ArrayList<String>();
        var asked = new LinkedMultiValueMap<>(filters);
        asked.set("limit", PAGE);
        var cursor = page(asked, head, ids);
        while (cursor != null && ids.size() < most) {
            asked.set("cursor", cursor);
            cursor = page(asked, head, ids);
        }
        return ids.stream().limit(most).toList();
    }

    /** Adds what is on a page; where the next one begins, or null after the last. */
    private @Nullable String page(
            MultiValueMap<String, String> asked, long position, List<String> ids) {
        var told = nodes.find("/partnerships", asked, position, Told.class).orElseThrow();
        told.items().forEach(each -> ids.add(each.id()));
        return told.nextCursor();
    }
}
