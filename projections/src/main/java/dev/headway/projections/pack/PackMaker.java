package dev.headway.projections.pack;

import dev.headway.projections.audit.ChangesOfAPeriod;
import dev.headway.projections.audit.ChangesOfAPeriod.Acknowledgement;
import dev.headway.projections.audit.ChangesOfAPeriod.Kind;
import dev.headway.projections.audit.sealing.SealedProofs;
import dev.headway.projections.calendar.BusinessCalendar;
import dev.headway.projections.calendar.Quarter;
import dev.headway.projections.pack.QuarterlyPack.GhostTown;
import dev.headway.projections.pack.QuarterlyPack.GhostTowns;
import dev.headway.projections.pack.QuarterlyPack.SealedAt;
import dev.headway.projections.watching.alerts.AlertsOfAPeriod;
import dev.headway.projections.watching.alerts.AlertsOfAPeriod.Episode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a pack together from what the audit, the alerts and the figures know. */
@Component
class PackMaker {

    /** Of how many of a kind it is told what they were; how many there are is told of all. */
    static final int MOST = 1_000;

    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3_600);

    private final ChangesOfAPeriod changes;
    private final WatchedQuarter watched;
    private final SealedProofs seals;
    private final BusinessCalendar calendar;
    private final Clock clock;

    PackMaker(
            ChangesOfAPeriod changes,
            WatchedQuarter watched,
            SealedProofs seals,
            BusinessCalendar calendar,
            Clock clock) {
        this.changes = changes;
        this.watched = watched;
        this.seals = seals;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The last quarter that is over. */
    Quarter latest() {
        return Quarter.before(calendar.dateOf(clock.instant()));
    }

    /**
     * @param time by which changes are of the quarter, {@code recorded} or {@code effective}
     * @param position up to which everything that is stored is to be heeded, where it is told
     *     elsewhere
     */
    QuarterlyPack of(Quarter quarter, String time, long position) {
        var period = quarter.period(calendar.zone());
        var from = period.from();
        var to = period.to();
        var held = watched.held(quarter, time, position);
        return new QuarterlyPack(
                quarter.toString(),
                time,
                from,
                to,
                clock.instant(),
                sealedAt(),
                changes.of(Kind.MOVE, period, time, MOST),
                changes.of(Kind.REFUSAL, period, time, MOST),
                changes.of(Kind.WAIVER, period, time, MOST),
                changes.of(Kind.PROGRAM_CHANGE, period, time, MOST),
                ghostTowns(held.ghostTowns()),
                held.unsettledClaims(),
                held.vacancies(),
                watched.figures(position));
    }

    private @Nullable SealedAt sealedAt() {
        return seals.newest()
                .map(log -> new SealedAt(log.size(), log.checkpoint(), log.verifierKeys()))
                .orElse(null);
    }

    private GhostTowns ghostTowns(AlertsOfAPeriod.Episodes episodes) {
        var acknowledged =
                changes.acknowledgements(
                        episodes.items().stream()
                                .map(Episode::alertId)
                                .filter(Objects::nonNull)
                                .toList());
        var ended =
                changes.kindsOf(
                        episodes.items().stream()
                                .map(Episode::resolvedBy)
                                .filter(Objects::nonNull)
                                .toList());
        var items =
                episodes.items().stream()
                        .map(each -> ghostTown(each, acknowledged, ended))
                        .toList();
        return new GhostTowns(
                episodes.count(),
                acknowledged.size(),
                median(
                        items.stream()
                                .map(GhostTown::hours)
                                .filter(Objects::nonNull)
                                .sorted()
                                .toList()),
                items);
    }

    private static GhostTown ghostTown(
            Episode episode, Map<String, Acknowledgement> acknowledged, Map<String, String> kinds) {
        var alert = episode.alertId();
        var by = alert == null ? null : acknowledged.get(alert);
        var endedBy = episode.resolvedBy();
        var raised = episode.raisedAt();
        return new GhostTown(
                episode.partnershipId(),
                episode.partnership(),
                episode.dueAt(),
                raised,
                by == null ? null : by.at(),
                by == null ? null : by.by(),
                by == null || raised == null ? null : hours(Duration.between(raised, by.at())),
                endedBy == null ? episode.status() : kinds.getOrDefault(endedBy, endedBy),
                episode.resolvedAt());
    }

    private static BigDecimal hours(Duration length) {
        return BigDecimal.valueOf(Math.max(0, length.toSeconds()))
                .divide(SECONDS_AN_HOUR, 1, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal median(List<BigDecimal> sorted) {
        if (sorted.isEmpty()) {
            return null;
        }
        var upper = sorted.get(sorted.size() / 2);
        return sorted.size() % 2 == 1
                ? upper
                : upper.add(sorted.get(sorted.size() / 2 - 1))
                        .divide(BigDecimal.TWO, 1, RoundingMode.HALF_UP);
    }
}
