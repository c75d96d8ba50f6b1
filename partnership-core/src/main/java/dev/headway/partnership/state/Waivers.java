package dev.headway.partnership.state;

import dev.headway.contracts.PartnershipEvent.*;
import dev.headway.contracts.written.DueDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Exceptions: asked for by one person, decided by another, and over on a date. */
public record Waivers(PMap<String, Waiver> byId) {

    /** What became of the asking. */
    public enum Status {
        REQUESTED,
        GRANTED,
        REFUSED
    }

    /** One waiver, for one criterion. */
    public record Waiver(
            String waiverId,
            String criterion,
            Instant expiresOn,
            String requestedBy,
            @Nullable String requestedById,
            Status status) {

        private Waiver with(Status status) {
            return new Waiver(waiverId, criterion, expiresOn, requestedBy, requestedById, status);
        }
    }

    static final Waivers NONE = new Waivers(HashTreePMap.empty());

    public Optional<Waiver> find(String waiverId) {
        return Optional.ofNullable(byId.get(waiverId));
    }

    /**
     * The granted waiver that stands in for a criterion at an instant: the one that lasts longest.
     */
    public Optional<Waiver> inForce(String criterion, Instant now, ZoneId zone) {
        return byId.values().stream()
                .filter(waiver -> waiver.status() == Status.GRANTED)
                .filter(waiver -> waiver.criterion().equals(criterion))
                .filter(waiver -> !DueDay.isOver(waiver.expiresOn(), now, zone))
                .max(Comparator.comparing(Waiver::expiresOn).thenComparing(Waiver::waiverId));
    }

    /** The criteria for which a waiver was ever granted, in order. */
    public List<String> granted() {
        return byId.values().stream()
                .filter(waiver -> waiver.status() == Status.GRANTED)
                .map(Waiver::criterion)
                .distinct()
                .sorted()
                .toList();
    }

    Waivers evolve(WaiverEvent event) {
        return switch (event) {
            case WaiverRequested e ->
                    new Waivers(
                            byId.plus(
                                    e.waiverId(),
                                    new Waiver(
                                            e.waiverId(),
                                            e.criterion(),
                                            e.expiresOn(),
                                            e.requestedBy(),
                                            e.requestedById(),
                                            Status.REQUESTED)));
            case WaiverGranted e -> decided(e.waiverId(), Status.GRANTED);
            case WaiverRefused e -> decided(e.waiverId(), Status.REFUSED);
        };
    }

    private Waivers decided(String waiverId, Status status) {
        return find(waiverId)
                .map(waiver -> new Waivers(byId.plus(waiverId, waiver.with(status))))
                .orElse(this);
    }
}
