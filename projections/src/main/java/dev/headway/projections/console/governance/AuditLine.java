package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.layout.QueryText;
import dev.headway.projections.console.partnership.StoryEntry;

/** An entry of the audit, and what it is about. */
public record AuditLine(StoryEntry entry) {

    static AuditLine of(ApiObject entry) {
        return new AuditLine(new StoryEntry(entry));
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
            case "PROGRAM" -> "/program";
            default -> "";
        };
    }

    private ApiObject subject() {
        return entry.of().at("about");
    }
}
