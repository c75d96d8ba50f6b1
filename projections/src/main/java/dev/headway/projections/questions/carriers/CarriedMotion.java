package dev.headway.projections.questions.carriers;

import dev.headway.contracts.Channel;
import dev.headway.contracts.PartnershipEvent;
import dev.headway.contracts.PartnershipEvent.MotionEvent;
import dev.headway.contracts.Provenance;
import dev.headway.contracts.policy.Carrying;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.tables.OwnerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Motion, and who brought it about.
 *
 * @param key what they are told apart by
 * @param id the person in the directory, or null where they are known by a subject alone
 * @param name as they were shown then
 */
public record CarriedMotion(
        String eventId, Instant at, String key, @Nullable String id, String name) {

    /** How long motion says who carries a partnership. */
    public static final Duration COUNTS_FOR = Carrying.COUNTS_FOR;

    /** The kinds of events that may be motion. */
    public static final Set<String> KINDS =
            kinds(MotionEvent.class).map(Class::getSimpleName).collect(Collectors.toSet());

    /** What an import brings moved the partnership; nobody says who did. */
    public static Optional<CarriedMotion> of(RecordedEvent recorded) {
        var who = recorded.provenance();
        return recorded.event() instanceof PartnershipEvent event
                        && event.isMotion()
                        && !who.channel().equals(Channel.IMPORT.name())
                ? Optional.of(
                        new CarriedMotion(
                                recorded.eventId(),
                                event.effectiveAt(),
                                key(who),
                                who.actorId(),
                                who.shownActor()))
                : Optional.empty();
    }

    /** Whether it counts at an instant. */
    boolean countsAt(Instant now) {
        return !at.isAfter(now) && at.isAfter(now.minus(COUNTS_FOR));
    }

    /** A subject is no name: it is never folded. */
    private static String key(Provenance who) {
        var id = who.actorId();
        return id == null ? "@" + who.actor() : OwnerKey.ofPerson(id);
    }

    private static Stream<Class<?>> kinds(Class<?> of) {
        return of.isSealed()
                ? Stream.of(of.getPermittedSubclasses()).flatMap(CarriedMotion::kinds)
                : Stream.of(of);
    }
}
