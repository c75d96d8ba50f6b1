package dev.headway.projections.audit.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an export is of. Nothing of it is believed: it only says what is to be verified.
 *
 * @param format {@value #FORMAT}
 * @param size how many events the log had
 * @param entries the file with the events
 * @param first index of the first leaf that is in it, not of the period where one is before it
 * @param end index behind the last one
 * @param vkeys verifier keys, the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExportManifest(
        String format,
        Instant madeAt,
        String origin,
        long size,
        String entries,
        long first,
        long end,
        ExportPeriod period,
        List<String> vkeys) {

    /** The name of the file it is in. */
    public static final String FILE = "manifest.json";

    /** The names of the other files. */
    public static final String CHECKPOINT = "checkpoint";

    public static final String FIRST_PROOF = "proofs/first.tlog-proof";
    public static final String LAST_PROOF = "proofs/last.tlog-proof";

    /** All of them but that with the events, which the manifest names, and tiles. */
    public static final Set<String> FILES = Set.of(FILE, CHECKPOINT, FIRST_PROOF, LAST_PROOF);

    public static final String FORMAT = "headway-audit-export/v1";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /**
     * @throws tools.jackson.core.JacksonException for anything else
     */
    public static ExportManifest parse(String json) {
        return MAPPER.readValue(json, ExportManifest.class);
    }

    /** Whether it says something that there can be an export of. */
    public boolean saysAll() {
        return FORMAT.equals(format)
                && 0 <= first
                && first <= end
                && end <= size
                && Stream.of(origin, entries, period, vkeys).noneMatch(Objects::isNull);
    }

    @Override
    public String toString() {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }
}
