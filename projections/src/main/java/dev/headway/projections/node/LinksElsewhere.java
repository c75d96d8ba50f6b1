package dev.headway.projections.node;

import dev.headway.projections.http.Problem;
import dev.headway.projections.node.LifecycleNodes.CalendarLink;
import dev.headway.projections.subscriptions.CalendarLinks;
import dev.headway.projections.subscriptions.CalendarSecret;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClientException;

/** Links of calendars are kept where they were made, so those nodes are asked at each reading. */
final class LinksElsewhere implements CalendarLinks {

    private static final Logger LOG = LoggerFactory.getLogger(LinksElsewhere.class);

    private final LifecycleNodes nodes;

    LinksElsewhere(LifecycleNodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public Optional<Shown> find(CalendarSecret secret) {
        return asked(secret, null).map(link -> new Shown(link.personId(), link.everything()));
    }

    @Override
    public Optional<Instant> read(CalendarSecret secret, String etag) {
        return asked(secret, etag).map(CalendarLink::since);
    }

    private Optional<CalendarLink> asked(CalendarSecret secret, @Nullable String etag) {
        try {
            return nodes.calendarLink(secret.segment(), etag);
        } catch (RestClientException away) {
            LOG.warn("Lifecycle nodes do not tell whose a calendar is: {}", away.getMessage());
            throw Problem.unavailable("Where calendars are kept nobody answers; try again");
        }
    }
}
