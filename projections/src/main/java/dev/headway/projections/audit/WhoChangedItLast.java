package dev.headway.projections.audit;

import dev.headway.projections.log.EventLog;
import dev.headway.projections.log.RecordedEvent;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Who changed it last, when, through which door, and what? Answered from the log and not from the
 * entries of the audit: whoever has just lost to a change asks before any projection has seen it.
 */
@Component
public class WhoChangedItLast {

    private final EventLog log;

    public WhoChangedItLast(EventLog log) {
        this.log = log;
    }

    /** What a stream came to its version by; empty where it never had that version. */
    public Optional<LatestChange> of(String stream, long version) {
        return log.ofStream(stream, version, version).stream().findFirst().map(this::told);
    }

    private LatestChange told(RecordedEvent newest) {
        var by = newest.provenance();
        var replaced = replacedBy(newest);
        return new LatestChange(
                new LatestChange.By(by.actorId(), by.shownActor()),
                newest.recordedAt(),
                by.channel(),
                AuditedEventTypes.nameOf(newest.event()),
                replaced.from(),
                replaced.to());
    }

    /** A refused move and a handover say themselves where to, as their entries do. */
    private Replacement replacedBy(RecordedEvent newest) {
        var fields = AuditedEventTypes.MAPPER.valueToTree(newest.event());
        if (fields.has("to")) {
            return new Replacement(text(fields.path("from")), text(fields.path("to")));
        }
        return standsForItself(newest) ? Replacement.NONE : replaced(newest);
    }

    /** What there are thousands of: nothing before it needs to be read. */
    private static boolean standsForItself(RecordedEvent newest) {
        return newest.provenance().corrects() == null
                && StatedFacts.ADDED.contains(newest.event().getClass());
    }

    private Replacement replaced(RecordedEvent newest) {
        var stream = new RecordedStream(log.ofStream(newest.stream(), newest.version()));
        var found = stream.replacements(Set.of(newest.position())).get(newest.position());
        return Objects.requireNonNullElse(found, Replacement.NONE);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.asString() : null;
    }
}
