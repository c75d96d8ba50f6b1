package dev.headway.projections.questions.partners;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.querying.Conditions;
import dev.headway.projections.querying.LikePattern;
import dev.headway.projections.querying.QueryParameters;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to, and its order; null is no narrowing.
 *
 * @param merged whether those are listed that went into another one, instead of all others
 * @param q folded, as what it is searched in
 */
record PartnerFilters(String @Nullable [] types, boolean merged, @Nullable String q, Sort sort) {

    private static final List<String> SORTS =
            List.of("name", "-name", "partnerships", "-partnerships");

    /** By name or by how many partnerships there are, in its direction. */
    record Sort(boolean isByName, boolean isDescending) {

        static Sort of(String asked) {
            return new Sort(asked.endsWith("name"), asked.startsWith("-"));
        }

        String column() {
            return isByName ? "partner.name_folded" : "partner.partnerships";
        }

        String type() {
            return isByName ? "text" : "integer";
        }

        String direction() {
            return isDescending ? "desc" : "asc";
        }

        String comparison() {
            return isDescending ? "<" : ">";
        }

        String key(PartnerItem item) {
            return isByName ? item.nameFolded() : Integer.toString(item.partnerships());
        }
    }

    static PartnerFilters of(QueryParameters query) {
        var q = query.textOrNone("q");
        var folded = q == null ? "" : new FoldedText(q).text();
        return new PartnerFilters(
                query.anyOf("type", QueryParameters.names(PartnerType.class)),
                Boolean.TRUE.equals(query.flag("merged")),
                folded.isEmpty() ? null : folded,
                Sort.of(query.oneOf("sort", SORTS, "name")));
    }

    /** As conditions on table {@code partner}. */
    Conditions conditions(@Nullable List<String> after) {
        var conditions =
                new Conditions()
                        .and(PartnerList.IS_THERE)
                        .and(
                                merged
                                        ? "partner.merged_into is not null"
                                        : "partner.merged_into is null")
                        .and("partner.type = any(:types)", "types", types)
                        .and(
                                "partner.name_folded like :q",
                                "q",
                                q == null ? null : LikePattern.containing(q));
        if (after != null) {
            conditions
                    .and(
                            "(%s, partner.partner_id) %s (cast(:key as %s), :id)"
                                    .formatted(sort.column(), sort.comparison(), sort.type()))
                    .with("key", Objects.requireNonNull(after.get(0)))
                    .with("id", after.get(1));
        }
        return conditions;
    }
}
