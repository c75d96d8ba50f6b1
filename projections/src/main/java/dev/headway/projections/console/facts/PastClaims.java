package dev.headway.projections.console.facts;

import dev.headway.projections.console.api.ApiObject;
import dev.headway.projections.console.api.HeadwayApi;
import dev.headway.projections.console.layout.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How far claims of a pattern came true: said beside the next claim that somebody writes. */
final class PastClaims {

    private static final String LEVERAGE = "/portfolio/leverage";
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private PastClaims() {}

    /** Of the partnership's pattern, or of all where none is chosen; empty of none. */
    static String said(ApiObject partnership, HeadwayApi api) {
        var pattern = partnership.text("pattern");
        if (pattern.isEmpty()) {
            return "";
        }
        var told = api.ask(LEVERAGE, Map.of("pattern", List.of(pattern))).body();
        return told.each("claims").stream()
                .findFirst()
                .map(PastClaims::said)
                .orElse("Nobody has claimed anything with this pattern yet.");
    }

    private static String said(ApiObject claims) {
        var cameTrue =
                "Of %s with the pattern %s, %d came true."
                        .formatted(
                                Words.count(claims.count("claims"), "claim"),
                                Words.within(claims.text("pattern")),
                                claims.count("settled"));
        var progress = claims.number("medianProgress");
        return progress == null
                ? cameTrue
                : "%s Of %d that %s measured, the middle one came %d %% of the way."
                        .formatted(
                                cameTrue,
                                claims.count("measured"),
                                claims.count("measured") == 1 ? "was" : "were",
                                Math.round(progress.multiply(PERCENT).doubleValue()));
    }
}
