package dev.headway.projections.audit;

/**
 * The condition that a partnership had been registered by an instant, in either time; lent to
 * questions about the past, so that they look at nothing that came later. Where dates were put
 * right since it may hold too often, and never too seldom.
 */
public final class RegisteredBy {

    private RegisteredBy() {}

    /**
     * In SQL.
     *
     * @param partnership an expression for the partnership's id
     * @param byEffectiveTime whether it is about when it happened, and not when it was recorded
     * @param at an expression for the instant
     */
    public static String condition(String partnership, boolean byEffectiveTime, String at) {
        return """
               exists (select
                       from   audit_entry entry
                       where  entry.partnership_id = ${partnership}
                       and    entry.kind           in (${kinds})
                       and    (entry.kind <> 'PartnershipRegistered' or entry.${time} <= ${at}))
               """
                .replace("${partnership}", partnership)
                .replace(
                        "${kinds}",
                        "'PartnershipRegistered'"
                                + (byEffectiveTime ? ", 'MoveDateCorrected'" : ""))
                .replace("${time}", byEffectiveTime ? "effective_at" : "recorded_at")
                .replace("${at}", at);
    }
}
