package dev.headway.lifecycle.calendars;

import dev.headway.lifecycle.calendars.CalendarLinkTable.Stored;
import dev.headway.projections.people.KnownPeople;
import dev.headway.projections.subscriptions.CalendarLinks;
import dev.headway.projections.subscriptions.CalendarSecret;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Links as they are kept; good for as long as their people get in. */
@Component
class KeptLinks implements CalendarLinks {

    private final CalendarLinkTable links;
    private final KnownPeople people;

    KeptLinks(CalendarLinkTable links, KnownPeople people) {
        this.links = links;
        this.people = people;
    }

    @Override
    public Optional<Shown> find(CalendarSecret secret) {
        return links.find(secret.linkId())
                .filter(stored -> MessageDigest.isEqual(stored.hash(), secret.hash()))
                .filter(stored -> isIn(stored.personId()))
                .map(KeptLinks::shown);
    }

    @Override
    public Optional<Instant> read(CalendarSecret secret, String etag) {
        return links.read(secret.linkId(), etag);
    }

    private boolean isIn(String personId) {
        return people.find(personId).filter(person -> !person.disabled()).isPresent();
    }

    private static Shown shown(Stored link) {
        return new Shown(link.personId(), link.everything());
    }
}
