package dev.headway.lifecycle.imports;

import dev.headway.contracts.Stage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of an import. */
enum ImportColumn {
    EXTERNAL_KEY("externalKey", true, 200),
    NAME("name", true, 200),
    PARTNER_NAME("partnerName", true, 200),
    PARTNER_TYPE("partnerType", true, 200),
    PATTERN("pattern", false, 200),
    SEGMENT("segment", false, 200),
    OWNER("owner", false, 200),
    REGISTERED_AT("registeredAt", true, 200),
    PILOT_AT("pilotAt", false, 200),
    LAUNCH_AT("launchAt", false, 200),
    SCALED_AT("scaledAt", false, 200),
    SUNSET_AT("sunsetAt", false, 200),
    SUNSET_REASON("sunsetReason", false, 4000),
    LAST_MOTION_AT("lastMotionAt", false, 200);

    /** Where each stage after PROSPECT has its date, in the order of a life. */
    static final Map<Stage, ImportColumn> OF_STAGES =
            new EnumMap<>(
                    Map.of(
                            Stage.PILOT, PILOT_AT,
                            Stage.LAUNCH, LAUNCH_AT,
                            Stage.SCALED, SCALED_AT,
                            Stage.SUNSET, SUNSET_AT));

    private static final Map<String, ImportColumn> BY_FOLDED =
            Arrays.stream(values())
                    .collect(
                            Collectors.toMap(
                                    each -> LooseWord.folded(each.heading), Function.identity()));

    private final String heading;
    private final boolean required;
    private final int maxLength;

    ImportColumn(String heading, boolean required, int maxLength) {
        this.heading = heading;
        this.required = required;
        this.maxLength = maxLength;
    }

    /** The column of a heading in any case, with spaces, underscores or dashes anywhere. */
    static Optional<ImportColumn> under(String heading) {
        return Optional.ofNullable(BY_FOLDED.get(LooseWord.folded(heading)));
    }

    /** As it is spelt in the header. */
    String heading() {
        return heading;
    }

    /** Whether the header must have it, and the first row of a key a value in it. */
    boolean isRequired() {
        return required;
    }

    /** How many characters a value may have. */
    int maxLength() {
        return maxLength;
    }
}
