package dev.headway.projections.chat.wording;

import dev.headway.projections.chat.wording.Told.Happened;
import dev.headway.projections.chat.wording.Told.Partnership;
import dev.headway.projections.chat.wording.Told.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has a template say once whatever it may have to say. */
record Rehearsal(Wording wording, Kind kind) {

    private static final UUID ID = new UUID(0, 0);
    private static final Instant THEN = Instant.EPOCH;

    void run() {
        var told = List.of(told(null, List.of()), told(happened(), List.of(step(), step())));
        told.forEach(each -> wording.alert(kind, ID, THEN, each));
        wording.digest(kind, ID, THEN, told);
        wording.brief(kind, ID, THEN, told);
        var partnerships = told.stream().map(Told::partnership).toList();
        wording.weekly(kind, ID, THEN, "Owner", partnerships);
        wording.weekly(kind, ID, THEN, null, partnerships);
    }

    private static Told told(@Nullable Happened motion, List<Step> next) {
        return new Told(
                ID.toString(),
                new Partnership(ID.toString(), "Name", "LAUNCH", next),
                "ghost-town",
                new Complaint("is a ghost town", "are ghost towns"),
                motion == null ? "" : "SUPPORT",
                "CRITICAL",
                "RAISED",
                motion == null ? null : "Escalated",
                happened(),
                THEN,
                motion == null ? THEN : Instant.MAX,
                1,
                motion);
    }

    private static Happened happened() {
        return new Happened("PilotStarted", "1", THEN);
    }

    private static Step step() {
        return new Step("Title", "Owner", THEN);
    }
}
