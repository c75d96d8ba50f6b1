package dev.headway.projections.questions.leverage;

import dev.headway.contracts.Mechanism;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.written.FoldedText;
import dev.headway.projections.calendar.Quarter;
import dev.headway.projections.querying.QueryParameters;
import dev.headway.projections.questions.leverage.ToldLeverage.Claim;
import dev.headway.projections.questions.leverage.ToldLeverage.Win;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which joint wins and claims are asked about; null asks about all.
 *
 * @param partner by folded name
 * @param quarter in which a win happened; claims are of no quarter
 */
record LeverageFilters(
        @Nullable List<String> mechanisms,
        @Nullable List<String> patterns,
        @Nullable FoldedText partner,
        @Nullable Quarter quarter,
        ZoneId zone) {

    static LeverageFilters of(QueryParameters query, ZoneId zone) {
        var mechanisms = query.anyOf("mechanism", QueryParameters.names(Mechanism.class));
        var patterns = query.anyOf("pattern", QueryParameters.names(Pattern.class));
        var partner = query.text("partner");
        return new LeverageFilters(
                mechanisms == null ? null : Arrays.asList(mechanisms),
                patterns == null ? null : Arrays.asList(patterns),
                partner == null ? null : new FoldedText(partner),
                quarter(query),
                zone);
    }

    private static @Nullable Quarter quarter(QueryParameters query) {
        var text = query.text("quarter");
        var quarter = text == null ? null : Quarter.parse(text).orElse(null);
        if (text != null && quarter == null) {
            query.reject("quarter", "must be a quarter since 1900, as 2026-Q3");
        }
        return quarter;
    }

    boolean fits(Win win) {
        return isOneOf(mechanisms, win.mechanism())
                && isOneOf(patterns, win.pattern())
                && isOf(win.partner())
                && (quarter == null || quarter.has(win.at(), zone));
    }

    boolean fits(Claim claim) {
        return isOneOf(mechanisms, claim.mechanism())
                && isOneOf(patterns, claim.pattern())
                && isOf(claim.partner());
    }

    private boolean isOf(String name) {
        return partner == null || partner.equals(new FoldedText(name));
    }

    private static boolean isOneOf(@Nullable List<String> asked, @Nullable String value) {
        return asked == null || value != null && asked.contains(value);
    }
}
