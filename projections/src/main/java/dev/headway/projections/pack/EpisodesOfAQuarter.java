package dev.headway.projections.pack;

import dev.headway.projections.audit.ChangesOfAPeriod;
import dev.headway.projections.log.RecordedEvent;
import dev.headway.projections.watching.alerts.AlertsOfAPeriod;
import dev.headway.projections.watching.alerts.AlertsOfAPeriod.Episode;
import dev.headway.projections.watching.alerts.AlertsOfAPeriod.Episodes;
import dev.headway.projections.watching.hindsight.PastEpisode;
import dev.headway.projections.watching.hindsight.RulesInHindsight;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When rules held in a quarter. Alerts tell it, but for partnerships of which something was
 * corrected or recorded late: of those the rules are asked again, by all that is known.
 */
final class EpisodesOfAQuarter {

    private final AlertsOfAPeriod alerts;
    private final RulesInHindsight rules;
    private final Instant from;
    private final Instant to;
    private final int most;
    private final Set<String> retold;
    private final Map<String, List<RecordedEvent>> lives = new HashMap<>();

    /**
     * @param of the rules that will be asked for
     * @param time by which changes are of the quarter, {@code recorded} or {@code effective}
     * @param most of how many it is told what they were
     */
    EpisodesOfAQuarter(
            ChangesOfAPeriod changes,
            AlertsOfAPeriod alerts,
            RulesInHindsight rules,
            List<String> of,
            Instant from,
            Instant to,
            String time,
            int most) {
        this.alerts = alerts;
        this.rules = rules;
        this.from = from;
        this.to = to;
        this.most = most;
        this.retold = changes.retold(from, to, time, alerts.concerned(of, from, to));
        retold.forEach(id -> lives.put(id, changes.counting(id, to, time)));
    }

    /** Those that began within the quarter. */
    Episodes begun(String rule) {
        return with(
                alerts.due(rule, from, to, retold, most),
                rule,
                episode -> episode.beganWithin(from, to));
    }

    /** Those that stood at the end of the quarter. */
    Episodes standing(String rule) {
        return with(alerts.standing(rule, to, retold, most), rule, episode -> episode.isOpenAt(to));
    }

    private Episodes with(Episodes told, String rule, Predicate<PastEpisode> isOfIt) {
        var anew =
                lives.values().stream()
                        .flatMap(life -> retold(life, rule, isOfIt).stream())
                        .toList();
        return new Episodes(
                told.count() + anew.size(),
                Stream.of(told.items(), anew)
                        .flatMap(Collection::stream)
                        .sorted(Comparator.comparing(Episode::dueAt))
                        .limit(most)
                        .toList());
    }

    private List<Episode> retold(
            List<RecordedEvent> life, String rule, Predicate<PastEpisode> isOfIt) {
        var episodes = rules.episodes(life, rule).stream().filter(isOfIt).toList();
        if (episodes.isEmpty()) {
            return List.of();
        }
        var raised = alerts.raised(rule, episodes.getFirst().partnershipId(), most);
        var known = life.getFirst().recordedAt();
        return episodes.stream().flatMap(each -> told(each, raised, known).stream()).toList();
    }

    /** Nobody could have been told of what was over before it was registered here. */
    private static Optional<Episode> told(
            PastEpisode episode, List<Episode> raised, Instant known) {
        var ended = episode.endedAt();
        return raised.stream()
                .filter(alert -> isOf(episode, alert))
                .findFirst()
                .map(alert -> alert.due(episode.dueAt()))
                .or(
                        () ->
                                ended != null && ended.isBefore(known)
                                        ? Optional.empty()
                                        : Optional.of(unseen(episode)));
    }

    private static boolean isOf(PastEpisode episode, Episode alert) {
        var ended = episode.endedAt();
        var resolved = alert.resolvedAt();
        return alert.about().equals(episode.about())
                && (ended == null || alert.dueAt().isBefore(ended))
                && (resolved == null || resolved.isAfter(episode.dueAt()));
    }

    private static Episode unseen(PastEpisode episode) {
        return new Episode(
                null,
                episode.partnershipId(),
                episode.partnership(),
                episode.about(),
                episode.dueAt(),
                null,
                episode.endedAt() == null ? "OPEN" : "RESOLVED",
                episode.endedAt(),
                episode.endedBy());
    }
}
