package dev.headway.lifecycle.imports;

import static dev.headway.lifecycle.imports.ImportColumn.*;

import dev.headway.contracts.PartnerType;
import dev.headway.contracts.Pattern;
import dev.headway.contracts.Stage;
import dev.headway.lifecycle.partnership.ImportPartnership;
import dev.headway.lifecycle.partnership.responses.PartnershipIds;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a row of a file's values, and finds every fault; remembers the keys it has met. */
final class RowParser {

    private final CsvHeader header;
    private final Instant now;
    private final Map<String, Integer> firstRows = new HashMap<>();

    RowParser(CsvHeader header, Instant now) {
        this.header = header;
        this.now = now;
    }

    ImportRow row(int number, List<String> content) {
        var values = new RowValues(header, content, now);
        var key = header.value(content, EXTERNAL_KEY);
        checkFirst(number, key, values);
        if (content.size() != header.width()) {
            values.wrong(
                    null,
                    "has %d values under a header of %d columns"
                            .formatted(content.size(), header.width()));
            return new ImportRow.Bad(number, key == null ? "" : key, values.errors());
        }
        return row(number, values);
    }

    /** The first row of a key counts, whether it is good or not. */
    private void checkFirst(int number, @Nullable String key, RowValues values) {
        var first = key == null ? null : firstRows.putIfAbsent(key, number);
        if (first != null) {
            values.wrong(
                    EXTERNAL_KEY,
                    "is the key of row %d already; the first row counts".formatted(first));
        }
    }

    private static ImportRow row(int number, RowValues values) {
        var externalKey = values.text(EXTERNAL_KEY);
        var name = values.text(NAME);
        var partnerName = values.text(PARTNER_NAME);
        var partnerType = values.word(PARTNER_TYPE, PartnerType.class);
        var pattern = values.word(PATTERN, Pattern.class);
        var owner = values.text(OWNER);
        var registeredAt = values.time(REGISTERED_AT);
        var stages = stages(values, registeredAt);
        var sunsetReason = values.text(SUNSET_REASON);
        var lastMotionAt = values.time(LAST_MOTION_AT);
        if (lastMotionAt != null && registeredAt != null && lastMotionAt.isBefore(registeredAt)) {
            values.wrong(LAST_MOTION_AT, "lies before registeredAt");
        }
        var errors = values.errors();
        if (!errors.isEmpty()
                || externalKey == null
                || name == null
                || partnerName == null
                || partnerType == null
                || registeredAt == null) {
            return new ImportRow.Bad(number, externalKey == null ? "" : externalKey, errors);
        }
        return new ImportRow.Good(
                number,
                new ImportPartnership(
                        PartnershipIds.ofExternalKey(externalKey),
                        externalKey,
                        name,
                        partnerName,
                        partnerType,
                        pattern,
                        owner,
                        registeredAt,
                        stages,
                        sunsetReason,
                        lastMotionAt));
    }

    /** The dates of the stages: each as late as those before it, and none skipped but by SUNSET. */
    private static Map<Stage, Instant> stages(RowValues values, @Nullable Instant registeredAt) {
        var stages = new EnumMap<Stage, Instant>(Stage.class);
        var latest = registeredAt;
        var latestIn = REGISTERED_AT;
        for (var entry : OF_STAGES.entrySet()) {
            var column = entry.getValue();
            var at = values.time(column);
            if (at != null && latest != null && at.isBefore(latest)) {
                values.wrong(column, "lies before " + latestIn.heading());
            } else if (at != null) {
                latest = at;
                latestIn = column;
            }
            if (at != null) {
                stages.put(entry.getKey(), at);
            }
        }
        checkNoneSkipped(values, LAUNCH_AT, PILOT_AT);
        checkNoneSkipped(values, SCALED_AT, LAUNCH_AT);
        return stages;
    }

    private static void checkNoneSkipped(
            RowValues values, ImportColumn column, ImportColumn before) {
        if (values.has(column) && !values.has(before)) {
            values.wrong(column, "is given without " + before.heading());
        }
    }
}
