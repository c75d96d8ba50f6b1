package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Pattern;
import dev.headway.contracts.ProgramEvent.PilotLimit;
import dev.headway.contracts.policy.LimitedPer;
import dev.headway.contracts.written.FoldedText;
import dev.headway.partnership.gates.RunningPilots;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.querying.ProjectionBehindException;
import dev.headway.projections.tables.OwnerKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many pilots run, and which are more than the program wants at once? Asked where a gate counts
 * them, so it waits for what was written just before.
 */
@Component
public class HowManyPilotsRun {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JdbcClient database;
    private final EventLog log;
    private final Positions positions;

    public HowManyPilotsRun(JdbcClient database, EventLog log, Positions positions) {
        this.database = database;
        this.log = log;
        this.positions = positions;
    }

    /** A pilot that runs, by what pilots are limited by; the segment folded, the owner's key. */
    private record Pilot(
            String partnershipId,
            @Nullable String pattern,
            @Nullable String segmentFolded,
            @Nullable String owner) {}

    /** All that run. */
    private record Running(List<Pilot> pilots) implements RunningPilots {

        @Override
        public long ofPattern(String pattern) {
            return count(Pilot::pattern, pattern);
        }

        @Override
        public long inSegment(String segment) {
            return count(Pilot::segmentFolded, new FoldedText(segment).text());
        }

        @Override
        public long ofOwner(String holder, @Nullable String holderId) {
            return count(Pilot::owner, OwnerKey.of(holder, holderId));
        }

        private long count(Function<Pilot, @Nullable String> by, String value) {
            return pilots.stream().filter(each -> value.equals(by.apply(each))).count();
        }
    }

    /**
     * More pilots than a limit lets run.
     *
     * @param per what is counted
     * @param of the pattern, the segment as it is searched for, or the person's id; null for an
     *     owner who is not in the directory
     * @param partnershipIds those that run, any of which may be one too many
     */
    public record Over(
            LimitedPer per,
            @Nullable String of,
            int running,
            int most,
            List<String> partnershipIds) {}

    /**
     * All that run now.
     *
     * @throws ProjectionBehindException when the list does not come so far in time
     */
    public RunningPilots now() {
        return new Running(running());
    }

    /** Where more run than these limits would let. */
    public List<Over> over(List<PilotLimit> limits) {
        return limits.isEmpty()
                ? List.of()
                : Stream.of(LimitedPer.values())
                        .flatMap(per -> over(per, limits, running()))
                        .toList();
    }

    private static Stream<Over> over(LimitedPer per, List<PilotLimit> all, List<Pilot> running) {
        var limits = all.stream().filter(each -> each.per().equals(per.name())).toList();
        var groups =
                running.stream()
                        .filter(each -> by(per, each) != null)
                        .collect(
                                Collectors.groupingBy(
                                        each -> Objects.requireNonNull(by(per, each)),
                                        TreeMap::new,
                                        Collectors.mapping(
                                                Pilot::partnershipId, Collectors.toList())));
        return groups.entrySet().stream()
                .flatMap(
                        group ->
                                limits.stream()
                                        .filter(limit -> isOf(per, limit, group.getKey()))
                                        .limit(1)
                                        .filter(limit -> group.getValue().size() > limit.most())
                                        .map(
                                                limit ->
                                                        over(
                                                                per,
                                                                limit,
                                                                group.getKey(),
                                                                group.getValue())));
    }

    private static Over over(LimitedPer per, PilotLimit limit, String of, List<String> running) {
        var told = per == LimitedPer.OWNER ? OwnerKey.person(of) : of;
        return new Over(
                per, told, running.size(), limit.most(), running.stream().sorted().toList());
    }

    private static boolean isOf(LimitedPer per, PilotLimit limit, String group) {
        var of = limit.of();
        return of == null
                || switch (per) {
                    case PATTERN -> Pattern.valueOf(of).name().equals(group);
                    case SEGMENT -> new FoldedText(of).text().equals(group);
                    case OWNER -> OwnerKey.ofPerson(of).equals(group);
                };
    }

    private static @Nullable String by(LimitedPer per, Pilot pilot) {
        return switch (per) {
            case PATTERN -> pilot.pattern();
            case SEGMENT -> pilot.segmentFolded();
            case OWNER -> pilot.owner();
        };
    }

    private List<Pilot> running() {
        awaitNewest();
        return database.sql(
                        """
                        select   partnership_id, pattern, segment_folded, owner
                        from     portfolio
                        where    stage = 'PILOT'
                        and      not voided
                        """)
                .query(
                        (row, _) ->
                                new Pilot(
                                        row.getString("partnership_id"),
                                        row.getString("pattern"),
                                        row.getString("segment_folded"),
                                        row.getString("owner")))
                .list();
    }

    private void awaitNewest() {
        var newest = log.head();
        try {
            if (positions.await(Set.of(WhatIsInThePortfolio.NAME), newest, PATIENCE)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProjectionBehindException(Long.toString(newest));
    }
}
