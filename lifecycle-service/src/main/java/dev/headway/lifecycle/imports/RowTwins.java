package dev.headway.lifecycle.imports;

import dev.headway.contracts.written.FoldedText;
import dev.headway.lifecycle.imports.runs.TwinRow.Twin;
import dev.headway.projections.questions.partners.PartneredWith;
import dev.headway.projections.questions.partners.WhichPartnerIsMeant;
import dev.headway.projections.questions.portfolio.WhichPartnershipIsMeant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds of each row of a file the others that are called the same, with the same partner, under
 * another key: partnerships that are in, and rows of the file.
 */
@Component
class RowTwins {

    private static final int MOST = 20;

    private final WhichPartnershipIsMeant known;
    private final WhichPartnerIsMeant partners;
    private final PartneredWith partnered;

    RowTwins(WhichPartnershipIsMeant known, WhichPartnerIsMeant partners, PartneredWith partnered) {
        this.partnered = partnered;
        this.known = known;
        this.partners = partners;
    }

    /**
     * What something is called, as people compare it.
     *
     * @param partner the id of the one that it is with, or would be with
     */
    private record Called(FoldedText name, String partner) {}

    /** By the number of the row; those without a twin are left out. */
    Map<Integer, List<Twin>> of(List<ImportRow> rows) {
        var named = named(rows);
        var before =
                known.byNames(named.keySet().stream().map(called -> called.name().text()).toList());
        var with = partnered.of(before.stream().map(WhichPartnershipIsMeant.Twin::id).toList());
        var stored =
                before.stream()
                        .filter(each -> with.containsKey(each.id()))
                        .collect(
                                Collectors.groupingBy(
                                        each ->
                                                new Called(
                                                        new FoldedText(each.name()),
                                                        Objects.requireNonNull(
                                                                with.get(each.id())))));
        var twins = new HashMap<Integer, List<Twin>>();
        named.forEach(
                (called, alike) -> {
                    var others = stored.getOrDefault(called, List.of());
                    if (others.size() + alike.size() > 1) {
                        alike.forEach(row -> add(twins, row, alike, others));
                    }
                });
        return twins;
    }

    /** The rows, by what is told apart of them. */
    private Map<Called, List<ImportRow.Valid>> named(List<ImportRow> rows) {
        var valid =
                rows.stream()
                        .filter(ImportRow.Valid.class::isInstance)
                        .map(ImportRow.Valid.class::cast)
                        .toList();
        var led =
                partners.byNames(
                        valid.stream()
                                .map(row -> row.command().partnerName())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        var named = new HashMap<Called, List<ImportRow.Valid>>();
        for (var row : valid) {
            var name = row.command().name();
            var partnerName = row.command().partnerName();
            var partner = partnerName == null ? null : led.get(partnerName);
            if (name != null && partner != null) {
                named.computeIfAbsent(
                                new Called(new FoldedText(name), partner), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        return named;
    }

    private static void add(
            Map<Integer, List<Twin>> twins,
            ImportRow.Valid row,
            List<ImportRow.Valid> alike,
            List<WhichPartnershipIsMeant.Twin> before) {
        var known =
                before.stream()
                        .collect(
                                Collectors.toMap(
                                        WhichPartnershipIsMeant.Twin::id,
                                        each -> new Twin(each.name(), each.id(), null)));
        var own = row.command().partnershipId();
        var others =
                Stream.concat(
                                known.entrySet().stream()
                                        .filter(each -> !each.getKey().equals(own))
                                        .map(Map.Entry::getValue),
                                alike.stream()
                                        .filter(other -> other != row)
                                        .filter(other -> !known.containsKey(idOf(other)))
                                        .map(RowTwins::twin))
                        .limit(MOST)
                        .toList();
        if (!others.isEmpty()) {
            twins.put(row.place().number(), others);
        }
    }

    private static String idOf(ImportRow.Valid row) {
        return row.command().partnershipId();
    }

    private static Twin twin(ImportRow.Valid row) {
        var name = row.command().name();
        return new Twin(name == null ? "" : name, null, row.place().line());
    }
}
