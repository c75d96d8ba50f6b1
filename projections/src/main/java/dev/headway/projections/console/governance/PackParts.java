package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.governance.PackPart.Line;
import dev.headway.projections.console.layout.Words;
import java.util.List;

/** The parts of the quarterly pack that are tables, from what the API says of a quarter. */
final class PackParts {

    private static final String NOBODY = "nobody yet";

    private PackParts() {}

    static List<PackPart> of(ApiObject pack) {
        return List.of(
                PackChanges.of(
                        pack.at("moves"),
                        "moves",
                        "Moves",
                        "Partnerships that were brought into another stage.",
                        "Nothing was moved.",
                        "move"),
                PackChanges.of(
                        pack.at("refusals"),
                        "refusals",
                        "Refusals",
                        "Moves that a gate did not let pass.",
                        "No move was refused.",
                        "refusal"),
                PackChanges.of(
                        pack.at("waivers"),
                        "waivers",
                        "Exceptions",
                        "Waivers that were asked for, granted and refused.",
                        "No exception was asked for.",
                        "entry"),
                ghostTowns(pack.at("ghostTowns")),
                PackStandings.claims(pack.at("unsettledClaims")),
                PackStandings.vacancies(pack.at("vacancies")),
                PackChanges.of(
                        pack.at("programChanges"),
                        "program",
                        "The program",
                        "Thresholds, disqualifiers and patterns that were changed.",
                        "The program was not changed.",
                        "change"));
    }

    private static PackPart ghostTowns(ApiObject part) {
        var median = part.text("medianHours");
        var lines = part.each("items").stream().map(PackParts::town).toList();
        return new PackPart(
                "ghost-towns",
                "Ghost towns",
                "Partnerships that went silent for too long. %d were acknowledged%s."
                        .formatted(
                                part.count("acknowledged"),
                                median.isEmpty() ? "" : ", in the median after " + median + " h"),
                "No partnership became a ghost town.",
                Words.count(part.count("count"), "ghost town"),
                part.count("count") - lines.size(),
                List.of("Acknowledged by", "After", "Outcome"),
                lines);
    }

    private static Line town(ApiObject town) {
        return new Line(
                town.text("partnership"),
                "/partnerships/" + town.text("partnershipId"),
                town.instant("since"),
                null,
                false,
                List.of(
                        town.has("acknowledgedBy") ? town.text("acknowledgedBy") : NOBODY,
                        town.has("hours") ? town.text("hours") + " h" : "",
                        outcome(town)));
    }

    private static String outcome(ApiObject town) {
        return town.has("endedAt")
                ? Words.event(town.text("outcome"))
                : "still one, " + Words.within(town.text("outcome"));
    }
}
