package dev.headway.projections.watching.alerts;

/** Whose partnerships are: who holds the relationship. The list of partnerships knows. */
public interface HeldRelationships {

    /** Under this name readers wait until what they wrote is there. */
    String POSITION = "portfolio";

    /**
     * A select, in SQL, of the ids of partnerships, voided ones aside.
     *
     * @param condition on the key of whoever holds the relationship, as {@code = :key} or {@code is
     *     null}
     */
    String whereHolder(String condition);
}
