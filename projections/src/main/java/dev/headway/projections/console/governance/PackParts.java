package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.governance.PackPart.Line;
import dev.headway.projections.console.layout.Words;
import java.util.List;
import java.util.function.Function;

/** The parts of the quarterly pack that are tables, from what the API says of a quarter. */
final class PackParts {

    private static final String NOBODY = "nobody yet";

    private PackParts() {}

    static List<PackPart> of(ApiObject pack) {
        return List.of(
                changes(
                        pack.at("moves"),
                        "moves",
                        "Moves",
                        "Partnerships that were brought into another stage.",
                        "Nothing was moved."),
                changes(
                        pack.at("refusals"),
                        "refusals",
                        "Refusals",
                        "Moves that a gate did not let pass.",
                        "No move was refused."),
                changes(
                        pack.at("waivers"),
                        "waivers",
                        "Exceptions",
                        "Waivers that were asked for, granted and refused.",
                        "No exception was asked for."),
                ghostTowns(pack.at("ghostTowns")),
                standing(
                        pack.at("unsettledClaims"),
                        "claims",
                        "Unsettled claims",
                        "Leverage that was claimed, and due without a measurement that reaches it.",
                        "No claim was overdue at the end of the quarter."),
                standing(
                        pack.at("vacancies"),
                        "vacancies",
                        "Vacant seats",
                        "Seats that a stage asks for and nobody held at the end of the quarter.",
                        "No seat was vacant at the end of the quarter."),
                changes(
                        pack.at("programChanges"),
                        "program",
                        "The program",
                        "Thresholds, disqualifiers and patterns that were changed.",
                        "The program was not changed."));
    }

    private static PackPart changes(
            ApiObject part, String id, String title, String note, String none) {
        return part(part, id, title, note, none, List.of("What", "Who", "Why"), PackParts::change);
    }

    private static Line change(ApiObject entry) {
        var line = AuditLine.of(entry);
        var of = line.entry();
        var moved =
                entry.has("from") && entry.has("to")
                        ? " (%s → %s)"
                                .formatted(
                                        Words.sentence(entry.text("from")),
                                        Words.sentence(entry.text("to")))
                        : "";
        return new Line(
                line.about(),
                line.address(),
                of.recorded(),
                List.of(of.headline() + moved, of.who(), of.detail()));
    }

    private static PackPart ghostTowns(ApiObject part) {
        var median = part.text("medianHours");
        return part(
                part,
                "ghost-towns",
                "Ghost towns",
                "Partnerships that went silent for too long. %d were acknowledged%s."
                        .formatted(
                                part.count("acknowledged"),
                                median.isEmpty() ? "" : ", in the median after " + median + " h"),
                "No partnership became a ghost town.",
                List.of("Acknowledged by", "After", "Outcome"),
                town ->
                        new Line(
                                town.text("partnership"),
                                "/partnerships/" + town.text("partnershipId"),
                                town.instant("since"),
                                List.of(
                                        town.has("acknowledgedBy")
                                                ? town.text("acknowledgedBy")
                                                : NOBODY,
                                        town.has("hours") ? town.text("hours") + " h" : "",
                                        outcome(town))));
    }

    private static String outcome(ApiObject town) {
        return town.has("endedAt")
                ? Words.event(town.text("outcome"))
                : "still one, " + Words.within(town.text("outcome"));
    }

    private static PackPart standing(
            ApiObject part, String id, String title, String note, String none) {
        return part(
                part,
                id,
                title,
                note,
                none,
                List.of("About", "Now"),
                alert ->
                        new Line(
                                alert.text("partnership"),
                                "/partnerships/" + alert.text("partnershipId"),
                                alert.instant("dueAt"),
                                List.of(
                                        Words.sentence(alert.text("about")),
                                        Words.within(alert.text("status")))));
    }

    private static PackPart part(
            ApiObject part,
            String id,
            String title,
            String note,
            String none,
            List<String> head,
            Function<ApiObject, Line> line) {
        return new PackPart(
                id,
                title,
                note,
                none,
                part.count("count"),
                head,
                part.each("items").stream().map(line).toList());
    }
}
