package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.governance.PackPart.Line;
import dev.headway.projections.console.layout.Words;
import dev.headway.projections.console.partnership.StoryEntry;
import java.util.List;

/** The parts of the quarterly pack that tell what somebody changed, or tried to. */
final class PackChanges {

    private static final String IMPORT = "IMPORT";

    private PackChanges() {}

    /**
     * @param one what one of them is
     */
    static PackPart of(
            ApiObject part, String id, String title, String note, String none, String one) {
        var lines = part.each("items").stream().map(PackChanges::line).toList();
        var count = part.count("count");
        var imported = part.count("imported");
        return new PackPart(
                id,
                title,
                note,
                none,
                Words.count(count, one) + (imported == 0 ? "" : ", " + imported + " imported"),
                count - lines.size(),
                List.of("What", "Who", "Why"),
                lines);
    }

    private static Line line(ApiObject entry) {
        var line = AuditLine.of(entry);
        var of = line.entry();
        return new Line(
                line.about(),
                line.address(),
                of.happened(),
                of.recorded(),
                entry.text("channel").equals(IMPORT),
                List.of(of.headline() + moved(of), of.who(), of.detail()));
    }

    private static String moved(StoryEntry entry) {
        return entry.of().has("from") ? " (%s)".formatted(entry.replaced()) : "";
    }
}
