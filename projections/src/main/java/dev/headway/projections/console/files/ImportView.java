package dev.headway.projections.console.files;

import dev.headway.projections.console.api.ApiObject;
import java.util.List;

/** An import as its page tells of it. */
public record ImportView(ApiObject of) {

    public boolean isRunning() {
        return of.text("state").equals("RUNNING");
    }

    public boolean isDryRun() {
        return of.flag("dryRun");
    }

    /** Whether there are rows to look at: they are told once it has ended. */
    public boolean hasRejected() {
        return !isRunning() && of.count("rejected") > 0;
    }

    /** Rows that are called the same as others. */
    public List<ApiObject> twins() {
        return of.each("twins");
    }

    public String title() {
        return switch (of.text("state")) {
            case "RUNNING" -> isDryRun() ? "Trying it" : "Importing";
            case "FINISHED" -> isDryRun() ? "What it would do" : "What was done";
            case "FAILED" -> "It ended before all rows were answered";
            default -> "It was interrupted";
        };
    }

    public String tone() {
        return switch (of.text("state")) {
            case "RUNNING" -> "helm";
            case "FINISHED" -> "moving";
            default -> "ghost";
        };
    }
}
