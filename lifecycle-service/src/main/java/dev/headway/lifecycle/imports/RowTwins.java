package dev.headway.lifecycle.imports;

import dev.headway.contracts.written.FoldedText;
import dev.headway.lifecycle.imports.runs.TwinRow.Twin;
import dev.headway.projections.questions.portfolio.WhichPartnershipIsMeant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds of each row of a file the others that are called the same, with a partner who is called the
 * same, under another key: partnerships that are in, and rows of the file.
 */
@Component
class RowTwins {

    private static final int MOST = 20;

    private final WhichPartnershipIsMeant known;

    RowTwins(WhichPartnershipIsMeant known) {
        this.known = known;
    }

    /** What something is called, as people compare it. */
    private record Called(FoldedText name, FoldedText partner) {

        static Called of(String name, String partner) {
            return new Called(new FoldedText(name), new FoldedText(partner));
        }
    }

    /** By the number of the row; those without a twin are left out. */
    Map<Integer, List<Twin>> of(List<ImportRow> rows) {
        var named = new HashMap<Called, List<ImportRow.Valid>>();
        for (var row : rows) {
            if (row instanceof ImportRow.Valid valid) {
                var name = valid.command().name();
                var partner = valid.command().partnerName();
                if (name != null && partner != null) {
                    named.computeIfAbsent(Called.of(name, partner), _ -> new ArrayList<>())
                            .add(valid);
                }
            }
        }
        var stored =
                known
                        .byNames(
                                named.keySet().stream()
                                        .map(called -> called.name().text())
                                        .toList())
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> Called.of(each.name(), each.partner().name())));
        var twins = new HashMap<Integer, List<Twin>>();
        named.forEach(
                (called, alike) -> {
                    var before = stored.getOrDefault(called, List.of());
                    if (before.size() + alike.size() > 1) {
                        alike.forEach(row -> add(twins, row, alike, before));
                    }
                });
        return twins;
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
