package dev.headway.projections.watching.alerts;

import dev.headway.projections.querying.Conditions;
import dev.headway.projections.querying.OwnerFilter;
import dev.headway.projections.querying.QueryParameters;
import java.security.Principal;

/**
 * Whom an alert concerns: whoever holds the relationship of its partnership, from the moment that
 * it is raised, and whoever has acknowledged it and owns it since.
 *
 * @param whom those of everybody where it names nobody
 */
record Concern(OwnerFilter whom, HeldRelationships relationships) {

    private static final String CONCERNS = "concerns";

    static Concern of(QueryParameters query, Principal caller, HeldRelationships relationships) {
        return new Concern(OwnerFilter.named(CONCERNS, query, caller), relationships);
    }

    /** Whether it is narrowed to those that concern one person. */
    boolean isOfOne() {
        return whom.isOfOne();
    }

    /** As conditions on table {@code alert}. */
    void narrow(Conditions conditions) {
        if (whom.isOfOne()) {
            conditions.and(
                    """
                    alert.alert_id in (select owned.alert_id
                                       from   alert owned
                                       where  owned.owner_key = :concerned
                                       union all
                                       select held.alert_id
                                       from   alert held
                                       where  held.partnership_id in (%s))\
                    """
                            .formatted(relationships.whereHolder("= :concerned")),
                    "concerned",
                    whom.key());
        } else if (whom.key() != null) {
            conditions.and(
                    "alert.owner_key is null and alert.partnership_id in (%s)"
                            .formatted(relationships.whereHolder("is null")));
        }
    }
}
