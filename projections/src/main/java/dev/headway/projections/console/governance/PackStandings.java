package dev.headway.projections.console.governance;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.governance.PackPart.Line;
import dev.headway.projections.console.layout.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of the quarterly pack that tell what was due, and not done, at the end of it. */
final class PackStandings {

    private PackStandings() {}

    static PackPart claims(ApiObject part) {
        var items = part.each("items");
        return new PackPart(
                "claims",
                "Unsettled claims",
                "Leverage that was claimed, and due without a measurement that reaches it.",
                "No claim was overdue at the end of the quarter.",
                Words.count(part.count("count"), "claim"),
                part.count("count") - items.size(),
                List.of("About", "Now"),
                items.stream()
                        .map(
                                each ->
                                        line(
                                                each,
                                                Words.sentence(each.text("about")),
                                                Words.within(each.text("status"))))
                        .toList());
    }

    /** One line a partnership: what a board asks is where nobody sits, and not how many rows. */
    static PackPart vacancies(ApiObject part) {
        var items = part.each("items");
        var byPartnership =
                items.stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.text("partnershipId"),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var count = part.count("count");
        var of = Words.count(byPartnership.size(), "partnership");
        return new PackPart(
                "vacancies",
                "Vacant seats",
                "Seats that a stage asks for and nobody held at the end of the quarter.",
                "No seat was vacant at the end of the quarter.",
                Words.count(count, "seat") + (count == items.size() ? " of " + of : ""),
                count - items.size(),
                List.of("Seats"),
                byPartnership.values().stream().map(PackStandings::vacancy).toList());
    }

    /** They come with the soonest due first. */
    private static Line vacancy(List<ApiObject> seats) {
        return line(
                seats.getFirst(),
                seats.stream()
                        .map(seat -> Words.sentence(seat.text("about")))
                        .collect(Collectors.joining(", ")));
    }

    private static Line line(ApiObject alert, String... values) {
        return new Line(
                alert.text("partnership"),
                "/partnerships/" + alert.text("partnershipId"),
                alert.instant("dueAt"),
                null,
                false,
                List.of(values));
    }
}
