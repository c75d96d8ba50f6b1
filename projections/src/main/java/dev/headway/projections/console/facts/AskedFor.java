package dev.headway.projections.console.facts;

import dev.headway.contracts.Seam;
import dev.headway.contracts.Seat;
import dev.headway.contracts.Side;
import dev.headway.projections.console.layout.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** A form is titled by what was asked for: an owner, one seat, one seam. */
final class AskedFor {

    private static final Set<String> SEATS = names(Seat.values());
    private static final Set<String> SEAMS = names(Seam.values());

    private AskedFor() {}

    static FactForm of(FactForm form, MultiValueMap<String, String> typed) {
        return switch (form.id()) {
            case "seat" -> seat(form, typed);
            case "seam" -> {
                var seam = String.valueOf(typed.getFirst("seam"));
                yield SEAMS.contains(seam)
                        ? form.titled("Check a seam: " + Words.within(seam), form.submit())
                        : form;
            }
            case "key-result" -> keyResult(form, typed);
            default -> form;
        };
    }

    /** The one that was asked for is the only one there is to choose. */
    private static FactForm keyResult(FactForm form, MultiValueMap<String, String> typed) {
        return form.withFields(
                form.fields().stream()
                        .map(
                                field ->
                                        field.parameter().equals("keyResult")
                                                ? field.of(
                                                        typed.getOrDefault("keyResult", List.of()))
                                                : field)
                        .toList());
    }

    /** An owner is whoever of ours holds the relationship. */
    private static FactForm seat(FactForm form, MultiValueMap<String, String> typed) {
        var seat = String.valueOf(typed.getFirst("seat"));
        if (!SEATS.contains(seat)) {
            return form;
        }
        var isOwner =
                seat.equals(Seat.RELATIONSHIP.name())
                        && Side.OURS.name().equals(typed.getFirst("side"));
        if (isOwner) {
            return form.titled("Name an owner", "Name them");
        }
        return form.titled("Fill a seat: " + Words.within(seat), form.submit());
    }

    private static Set<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
