package dev.headway.projections.console.program;

import dev.headway.projections.console.api.ApiObject;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Whether it helps to follow a playbook, in a sentence. */
final class FollowedPlaybooks {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private FollowedPlaybooks() {}

    /** Empty where none was followed. */
    static String said(ApiObject compared) {
        return compared.isThere()
                ? "Of launches that followed a playbook %s; of the others %s."
                        .formatted(said(compared, "followed"), said(compared, "others"))
                : "";
    }

    private static String said(ApiObject compared, String group) {
        var days = compared.at(group).each("days");
        if (days.isEmpty()) {
            return "there are none";
        }
        var last = days.getLast();
        var share = last.number("share");
        return "%s %% of %d were in motion after %d days"
                .formatted(
                        share == null
                                ? "0"
                                : share.multiply(PERCENT)
                                        .setScale(0, RoundingMode.HALF_UP)
                                        .toPlainString(),
                        last.count("launches"),
                        last.count("day"));
    }
}
