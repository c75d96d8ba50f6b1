package dev.headway.projections.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.headway.projections.deadletters.DeadLetterQueries;
import dev.headway.projections.log.EventLog;
import dev.headway.projections.mirror.MirrorProgress;
import dev.headway.projections.processing.Positions;
import dev.headway.projections.processing.ProjectionProcessors;
import dev.headway.projections.querying.MayRead;
import java.util.List;
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
     * @param mirror how this node follows the topic; null where events are stored
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Projections(
            long head, List<ProjectionRead> items, MirrorProgress.@Nullable Seen mirror) {}

    /**
     * One projection.
     *
     * @param position everything up to it can be seen in the projection's answers, but for what is
     *     parked
     * @param parked how many streams it could not work in, a partnership's mostly
     * @param rebuiltTo how far a rebuild has come, while there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProjectionRead(String name, long position, int parked, @Nullable Long rebuiltTo) {}

    @MayRead
    @GetMapping("/api/v1/projections")
    Projections answer() {
        var head = log.head();
        var parked = letters.parked();
        return new Projections(
                head,
                processors.projections().stream()
                        .map(
                                name ->
                                        new ProjectionRead(
                                                name,
                                                positions.reachedBy(List.of(name)),
                                                parked.getOrDefault(name, Set.of()).size(),
                                                positions.rebuiltTo(name).orElse(null)))
                        .toList(),
                mirror.stream().map(MirrorProgress::now).findFirst().orElse(null));
    }
}
