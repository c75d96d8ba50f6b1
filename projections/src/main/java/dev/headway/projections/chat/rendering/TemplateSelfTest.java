package dev.headway.projections.chat.rendering;

import dev.headway.projections.chat.rendering.AlertContent.EventReference;
import dev.headway.projections.chat.rendering.AlertContent.Partnership;
import dev.headway.projections.chat.rendering.AlertContent.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has a template say once whatever it may have to say. */
record TemplateSelfTest(PayloadRenderer renderer, ChannelKind kind) {

    private static final UUID ID = new UUID(0, 0);
    private static final Instant SAMPLE_TIME = Instant.EPOCH;
    private static final PluralPhrase GHOST_TOWN =
            new PluralPhrase("is a ghost town", "are ghost towns");

    void run() {
        var content =
                List.of(content(null, List.of()), content(happened(), List.of(step(), step())));
        content.forEach(each -> renderer.alert(kind, ID, SAMPLE_TIME, each));
        renderer.digest(kind, ID, SAMPLE_TIME, content);
        renderer.brief(kind, ID, SAMPLE_TIME, content);
        renderer.overview(kind, ID, SAMPLE_TIME, Map.of(GHOST_TOWN, 2L), content);
        var partnerships = content.stream().map(AlertContent::partnership).toList();
        renderer.weekly(kind, ID, SAMPLE_TIME, "Owner", partnerships);
        renderer.weekly(kind, ID, SAMPLE_TIME, null, partnerships);
    }

    private AlertContent content(@Nullable EventReference motion, List<Step> next) {
        return new AlertContent(
                ID.toString(),
                new Partnership(ID.toString(), "Name", "LAUNCH", next),
                "ghost-town",
                GHOST_TOWN,
                motion == null ? "" : "SUPPORT",
                "CRITICAL",
                "RAISED",
                motion == null ? null : "Escalated",
                happened(),
                SAMPLE_TIME,
                motion == null ? SAMPLE_TIME : Instant.MAX,
                1,
                motion,
                motion == null ? null : kind.sampleHandle());
    }

    private static EventReference happened() {
        return new EventReference("PilotStarted", "1", SAMPLE_TIME);
    }

    private static Step step() {
        return new Step("Title", "Owner", SAMPLE_TIME);
    }
}
