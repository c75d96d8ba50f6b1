package dev.headway.projections.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.deadletters.DeadLetterQueries;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.mirror.MirrorProgress;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.MayRead;
import dev.headway.projections.rebuilds.RebuildProgress;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far has each projection read, and is one being built anew? */
@RestController
class HowFarHaveProjectionsRead {

    private final EventLog log;
    private final Positions positions;
    private final ProjectionProcessors processors;
    private final DeadLetterQueries letters;
    private final ObjectProvider<MirrorProgress> mirror;

    HowFarHaveProjectionsRead(
            EventLog log,
            Positions positions,
            ProjectionProcessors processors,
            DeadLetterQueries letters,
            ObjectProvider<MirrorProgress> mirror) {
        this.log = log;
        this.positions = positions;
        this.processors = processors;
        this.letters = letters;
        this.mirror = mirror;
    }

    /**
     * All of them.
     *
     * @param head the position of the newest event
     * @param secondsLeft until everything is built anew that is to be, at the pace of what is under
     *     way; absent when nothing is, or there is no pace yet
     * @param mirror how this node follows the topic; null where events are stored
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Projections(
            long head,
            @Nullable Long secondsLeft,
            List<ProjectionRead> items,
            MirrorProgress.@Nullable Seen mirror) {}

    /**
     * One projection.
     *
     * @param position everything up to it can be seen in the projection's answers, but for what is
     *     parked
     * @param parked how many streams it could not work in, a partnership's mostly
     * @param rebuiltTo how far a rebuild has come, while there is one
     * @param rebuild the same and more, as long as one is asked for and not done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProjectionRead(
            String name,
            long position,
            int parked,
            @Nullable Long rebuiltTo,
            @Nullable Building rebuild) {}

    /**
     * A rebuild that is asked for and not done.
     *
     * @param of the position up to which it has to come, which moves on
     * @param eventsPerSecond since it began; absent before its first batch
     * @param secondsLeft until it has read everything, at that pace
     * @param failure of what it was given up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Building(
            RebuildProgress.State state,
            Instant requestedAt,
            @Nullable Instant begunAt,
            long position,
            long of,
            long events,
            @Nullable Long eventsPerSecond,
            @Nullable Long secondsLeft,
            @Nullable String failure) {

        static Building of(RebuildProgress progress, long head) {
            return new Building(
                    progress.state(),
                    progress.requestedAt(),
                    progress.begunAt(),
                    progress.position(),
                    head,
                    progress.events(),
                    boxed(progress.eventsPerSecond()),
                    boxed(progress.secondsFor(head - progress.position())),
                    progress.failure());
        }
    }

    @MayRead
    @GetMapping("/api/v1/projections")
    Projections answer() {
        var head = log.head();
        var parked = letters.parked();
        var rebuilds = positions.rebuilds().all();
        return new Projections(
                head,
                boxed(secondsLeft(rebuilds, head)),
                processors.projections().stream()
                        .map(
                                name ->
                                        read(
                                                name,
                                                parked.getOrDefault(name, Set.of()).size(),
                                                rebuilds,
                                                head))
                        .toList(),
                mirror.stream().map(MirrorProgress::now).findFirst().orElse(null));
    }

    private ProjectionRead read(
            String name, int parked, List<RebuildProgress> rebuilds, long head) {
        var rebuild =
                rebuilds.stream()
                        .filter(each -> each.projection().equals(name))
                        .map(each -> Building.of(each, head))
                        .findFirst()
                        .orElse(null);
        return new ProjectionRead(
                name,
                positions.reachedBy(List.of(name)),
                parked,
                rebuild == null || rebuild.begunAt() == null ? null : rebuild.position(),
                rebuild);
    }

    private static OptionalLong secondsLeft(List<RebuildProgress> rebuilds, long head) {
        var left =
                rebuilds.stream()
                        .filter(each -> each.state() != RebuildProgress.State.FAILED)
                        .mapToLong(each -> Math.max(0, head - each.position()))
                        .sum();
        return rebuilds.stream()
                .map(each -> each.secondsFor(left))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
