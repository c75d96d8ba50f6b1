package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.QueryText;
import dev.headway.projections.console.partnership.StoryEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry of the audit, and what it is about.
 *
 * @param recorded what it was recorded as: of a correction the withdrawal as well
 */
public record AuditLine(StoryEntry entry, List<ApiObject> recorded) {

    /** One for each entry; a correction is one, where both of its halves are on the page. */
    static List<AuditLine> of(List<ApiObject> page) {
        var halves =
                page.stream()
                        .filter(entry -> new StoryEntry(entry).isHalf())
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.text("correctedBy"), entry -> entry));
        var whole = page.stream().map(entry -> entry.text("eventId")).collect(Collectors.toSet());
        return page.stream()
                .map(StoryEntry::new)
                .filter(entry -> !entry.isHalf() || !whole.contains(entry.of().text("correctedBy")))
                .map(entry -> new AuditLine(entry, recorded(entry, halves)))
                .toList();
    }

    static AuditLine of(ApiObject entry) {
        return new AuditLine(new StoryEntry(entry), List.of(entry));
    }

    private static List<ApiObject> recorded(StoryEntry entry, Map<String, ApiObject> halves) {
        return Stream.of(halves.get(entry.of().text("eventId")), entry.of())
                .filter(Objects::nonNull)
                .toList();
    }

    /** What it is about, by the name that it had then. */
    public String about() {
        var named = subject().text("name");
        return switch (subject().text("kind")) {
            case "PROGRAM" -> "The program";
            case "LOG" -> "The sealed log";
            case "AUDIT" -> "The audit";
            case "PROJECTION" -> "Projection " + named;
            case "WEBHOOK" -> "Webhook " + named;
            case "IMPORT" -> "An import";
            default -> named.isEmpty() ? entry.of().text("stream") : named;
        };
    }

    /** Where that is found; empty where it has no page. */
    public String address() {
        var id = subject().text("id");
        return switch (subject().text("kind")) {
            case "PARTNERSHIP" -> "/partnerships/" + id;
            case "PERSON" -> "/people?q=" + QueryText.encoded(subject().text("name"));
            case "PARTNER" -> "/partners/" + id;
            case "PROGRAM" -> "/program";
            default -> "";
        };
    }

    private ApiObject subject() {
        return entry.of().at("about");
    }
}
